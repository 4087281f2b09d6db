/* helpdesk db - keep names short, report tool cuts at 12 chars */

CREATE TABLE dept (
    dept_cd   char(3) PRIMARY KEY CHECK (dept_cd IN ('FIN', 'HRM', 'MKT', 'OPS', 'RND', 'SAL', 'LEG')),
    descr     varchar(40) NOT NULL,
    loc       varchar(20) NOT NULL CHECK (loc IN ('Berlin', 'Hamburg', 'Munich', 'Vienna', 'Zurich')),
    bdgt      numeric(11,2) NOT NULL,
    par_cd    char(3) REFERENCES dept (dept_cd)
);
COMMENT ON TABLE dept IS 'departments';
COMMENT ON COLUMN dept.dept_cd IS 'department code';
COMMENT ON COLUMN dept.descr IS 'department name';
COMMENT ON COLUMN dept.bdgt IS 'yearly IT budget, EUR';
COMMENT ON COLUMN dept.par_cd IS 'parent department, NULL = top level';

CREATE TABLE usr (
    uid       integer PRIMARY KEY,
    fname     varchar(40) NOT NULL,
    lname     varchar(40) NOT NULL,
    mail      varchar(100) NOT NULL UNIQUE,
    tel       varchar(20),
    dob       date,
    dept_cd   char(3) NOT NULL REFERENCES dept (dept_cd),
    vip       boolean NOT NULL DEFAULT false,
    hired     date NOT NULL,
    lft       date
);
COMMENT ON TABLE usr IS 'employees who may open tickets';
COMMENT ON COLUMN usr.dob IS 'date of birth';
COMMENT ON COLUMN usr.vip IS 'board members and their assistants';
COMMENT ON COLUMN usr.lft IS 'date the employee left, NULL = still here';

CREATE TABLE team (
    tm_id     integer PRIMARY KEY,
    tm_nm     varchar(30) NOT NULL UNIQUE,
    tier      smallint NOT NULL CHECK (tier IN (1, 2, 3)),
    mail      varchar(100) NOT NULL,
    sla_hrs   integer NOT NULL
);
COMMENT ON TABLE team IS 'support teams';
COMMENT ON COLUMN team.tm_nm IS 'team name';
COMMENT ON COLUMN team.tier IS 'support level, 1 = first line';
COMMENT ON COLUMN team.sla_hrs IS 'promised time to solve, hours';

CREATE TABLE agt (
    agt_id    integer PRIMARY KEY,
    fname     varchar(40) NOT NULL,
    lname     varchar(40) NOT NULL,
    mail      varchar(100) NOT NULL UNIQUE,
    tel       varchar(20),
    lvl       varchar(8) NOT NULL CHECK (lvl IN ('trainee', 'junior', 'senior', 'lead')),
    hr_rate   numeric(6,2) NOT NULL,
    mgr_id    integer REFERENCES agt (agt_id),
    remote    boolean NOT NULL DEFAULT false,
    st_dt     date NOT NULL
);
COMMENT ON TABLE agt IS 'support agents';
COMMENT ON COLUMN agt.lvl IS 'seniority';
COMMENT ON COLUMN agt.hr_rate IS 'internal cost per hour, EUR';
COMMENT ON COLUMN agt.mgr_id IS 'agent''s manager';
COMMENT ON COLUMN agt.remote IS 'works from home';
COMMENT ON COLUMN agt.st_dt IS 'first day at work';

CREATE TABLE agt_team (
    agt_id    integer NOT NULL REFERENCES agt (agt_id),
    tm_id     integer NOT NULL REFERENCES team (tm_id),
    alloc     numeric(4,1) NOT NULL CHECK (alloc > 0 AND alloc <= 100),
    since     date NOT NULL,
    PRIMARY KEY (agt_id, tm_id)
);
COMMENT ON TABLE agt_team IS 'team membership, an agent can be in several teams';
COMMENT ON COLUMN agt_team.alloc IS 'share of working time, %';

CREATE TABLE asset (
    tag       varchar(10) PRIMARY KEY,
    typ       varchar(10) NOT NULL CHECK (typ IN ('laptop', 'desktop', 'monitor', 'phone', 'printer', 'server', 'tablet')),
    mfr       varchar(12) NOT NULL CHECK (mfr IN ('Dell', 'HP', 'Lenovo', 'Apple', 'Samsung', 'Brother')),
    model     varchar(40) NOT NULL,
    ser_no    varchar(30) NOT NULL UNIQUE,
    uid       integer REFERENCES usr (uid),
    cost      numeric(9,2) NOT NULL,
    purch     date NOT NULL,
    wty_mths  smallint NOT NULL DEFAULT 24,
    ret       date
);
COMMENT ON TABLE asset IS 'hardware inventory';
COMMENT ON COLUMN asset.tag IS 'inventory label, e.g. LT-00417';
COMMENT ON COLUMN asset.mfr IS 'manufacturer';
COMMENT ON COLUMN asset.ser_no IS 'serial number';
COMMENT ON COLUMN asset.uid IS 'current holder, NULL = in stock';
COMMENT ON COLUMN asset.cost IS 'purchase price, EUR';
COMMENT ON COLUMN asset.purch IS 'purchase date';
COMMENT ON COLUMN asset.wty_mths IS 'warranty in months';
COMMENT ON COLUMN asset.ret IS 'date retired, NULL = in use';

CREATE TABLE tkt (
    tkt_no    integer PRIMARY KEY,
    subj      varchar(120) NOT NULL,
    body      text,
    cat       varchar(10) NOT NULL CHECK (cat IN ('hardware', 'software', 'network', 'account', 'email', 'security', 'other')),
    prio      char(2) NOT NULL CHECK (prio IN ('P1', 'P2', 'P3', 'P4')),
    stat      varchar(8) NOT NULL CHECK (stat IN ('new', 'open', 'waiting', 'solved', 'closed')),
    src       varchar(6) NOT NULL CHECK (src IN ('mail', 'phone', 'portal', 'chat')),
    req_uid   integer NOT NULL REFERENCES usr (uid),
    agt_id    integer REFERENCES agt (agt_id),
    tm_id     integer NOT NULL REFERENCES team (tm_id),
    tag       varchar(10) REFERENCES asset (tag),
    crt_ts    timestamp NOT NULL,
    due_ts    timestamp NOT NULL,
    cls_ts    timestamp,
    reopen    smallint NOT NULL DEFAULT 0,
    csat      smallint CHECK (csat BETWEEN 1 AND 5)
);
COMMENT ON TABLE tkt IS 'tickets';
COMMENT ON COLUMN tkt.subj IS 'subject line';
COMMENT ON COLUMN tkt.cat IS 'category';
COMMENT ON COLUMN tkt.prio IS 'priority, P1 = most urgent';
COMMENT ON COLUMN tkt.src IS 'how the ticket came in';
COMMENT ON COLUMN tkt.req_uid IS 'requester';
COMMENT ON COLUMN tkt.agt_id IS 'assigned agent, NULL = unassigned';
COMMENT ON COLUMN tkt.tag IS 'affected device, if any';
COMMENT ON COLUMN tkt.crt_ts IS 'created';
COMMENT ON COLUMN tkt.cls_ts IS 'closed, NULL = not closed yet';
COMMENT ON COLUMN tkt.reopen IS 'times reopened';
COMMENT ON COLUMN tkt.csat IS 'customer satisfaction 1-5, NULL = no answer';

CREATE TABLE wlog (
    wl_id     integer PRIMARY KEY,
    tkt_no    integer NOT NULL REFERENCES tkt (tkt_no),
    agt_id    integer NOT NULL REFERENCES agt (agt_id),
    wk_dt     date NOT NULL,
    mins      integer NOT NULL CHECK (mins > 0),
    act       varchar(10) NOT NULL CHECK (act IN ('call', 'remote', 'on-site', 'research', 'reply')),
    bill      boolean NOT NULL DEFAULT true,
    txt       text
);
COMMENT ON TABLE wlog IS 'work log, time spent on tickets';
COMMENT ON COLUMN wlog.wk_dt IS 'day the work was done';
COMMENT ON COLUMN wlog.mins IS 'minutes spent';
COMMENT ON COLUMN wlog.act IS 'kind of activity';
COMMENT ON COLUMN wlog.bill IS 'charged to the department';

CREATE TABLE part (
    part_cd   varchar(8) PRIMARY KEY,
    descr     varchar(60) NOT NULL,
    qty       integer NOT NULL CHECK (qty >= 0),
    min_qty   integer NOT NULL,
    prc       numeric(7,2) NOT NULL
);
COMMENT ON TABLE part IS 'spare parts';
COMMENT ON COLUMN part.qty IS 'pieces in stock';
COMMENT ON COLUMN part.min_qty IS 'reorder below this';
COMMENT ON COLUMN part.prc IS 'price per piece, EUR';

CREATE TABLE tkt_part (
    tkt_no    integer NOT NULL REFERENCES tkt (tkt_no),
    part_cd   varchar(8) NOT NULL REFERENCES part (part_cd),
    qty       integer NOT NULL CHECK (qty > 0),
    amt       numeric(8,2) NOT NULL,
    PRIMARY KEY (tkt_no, part_cd)
);
COMMENT ON TABLE tkt_part IS 'parts used on a ticket';
COMMENT ON COLUMN tkt_part.amt IS 'total charged, EUR';

CREATE INDEX tkt_stat_ix ON tkt (stat, prio);
