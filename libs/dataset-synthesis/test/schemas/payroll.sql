-- HR / payroll. Short column names, legacy style.

create table loc (
  loc_cd   char(3) primary key,
  city     varchar(30) not null check (city in ('London','Leeds','Bristol','Glasgow','Cardiff','Manchester')),
  ctry     char(2) not null default 'GB',
  pc       varchar(10),
  tel      varchar(20)
);
comment on table loc is 'office sites';
comment on column loc.ctry is 'ISO country code';
comment on column loc.pc is 'postcode';

create table dept (
  dept_cd  varchar(4) primary key check (dept_cd in ('FIN','HR','IT','OPS','SAL','MKT','LEG')),
  descr    varchar(40) not null,
  loc_cd   char(3) not null references loc(loc_cd),
  bdgt     numeric(12,2)
);
comment on table dept is 'departments';
comment on column dept.descr is 'department name in full';
comment on column dept.bdgt is 'annual staff budget, GBP';

create table job (
  job_cd   varchar(6) primary key,
  ttl      varchar(50) not null,
  grd      char(1) not null check (grd in ('A','B','C','D','E')),
  min_sal  numeric(10,2) not null,
  max_sal  numeric(10,2) not null,
  check (min_sal <= max_sal)
);
comment on column job.ttl is 'job title';
comment on column job.grd is 'pay grade, A = lowest';
comment on column job.min_sal is 'bottom of annual pay band, GBP';
comment on column job.max_sal is 'top of annual pay band, GBP';

create table emp (
  emp_no   integer primary key,
  fname    varchar(30) not null,
  lname    varchar(40) not null,
  dob      date not null,
  sex      char(1) check (sex in ('M','F','N')),
  email    varchar(80) unique,
  tel      varchar(20),
  nino     char(9) not null unique,
  dept_cd  varchar(4) not null references dept(dept_cd),
  job_cd   varchar(6) not null references job(job_cd),
  mgr_no   integer references emp(emp_no),
  contr    varchar(10) not null check (contr in ('perm','fixed','temp','intern','agency')),
  sal      numeric(10,2) not null,
  fte      numeric(3,2) not null default 1.00 check (fte > 0 and fte <= 1),
  hired    date not null,
  term_dt  date
);
comment on table emp is 'employees incl. leavers';
comment on column emp.dob is 'date of birth';
comment on column emp.nino is 'National Insurance number';
comment on column emp.mgr_no is 'line manager (emp_no)';
comment on column emp.contr is 'contract type';
comment on column emp.sal is 'annual gross salary, GBP';
comment on column emp.fte is 'working time, 1.00 = full time';
comment on column emp.term_dt is 'leaving date, null = still employed';

create table slip (
  slip_no  integer primary key,
  emp_no   integer not null references emp(emp_no),
  per      date not null,
  gross    numeric(10,2) not null,
  tax      numeric(10,2) not null,
  ni       numeric(10,2) not null,
  net      numeric(10,2) not null,
  ot_hrs   numeric(5,1) not null default 0,
  pd_on    date,
  unique (emp_no, per)
);
comment on table slip is 'monthly payslips';
comment on column slip.per is 'pay period, first day of month';
comment on column slip.gross is 'gross pay for the month, GBP';
comment on column slip.tax is 'income tax withheld, GBP';
comment on column slip.ni is 'National Insurance contribution, GBP';
comment on column slip.net is 'paid to the employee, GBP';
comment on column slip.ot_hrs is 'overtime hours';
comment on column slip.pd_on is 'bank transfer date, null = not paid out yet';

create table lv_req (
  req_no   integer primary key,
  emp_no   integer not null references emp(emp_no),
  appr_no  integer references emp(emp_no),
  lv_typ   varchar(8) not null check (lv_typ in ('annual','sick','parental','unpaid','study','bereav')),
  st       varchar(10) not null default 'open' check (st in ('open','approved','rejected','withdrawn')),
  fr_dt    date not null,
  to_dt    date not null,
  days     numeric(4,1) not null,
  note     text,
  sub_ts   timestamp not null
);
comment on table lv_req is 'leave requests';
comment on column lv_req.emp_no is 'who takes the leave';
comment on column lv_req.appr_no is 'who approved or rejected it';
comment on column lv_req.lv_typ is 'kind of leave';
comment on column lv_req.st is 'status';
comment on column lv_req.fr_dt is 'first day off';
comment on column lv_req.to_dt is 'last day off';
comment on column lv_req.days is 'working days, halves allowed';
comment on column lv_req.sub_ts is 'submitted at';

create table exp_clm (
  clm_no   integer primary key,
  emp_no   integer not null references emp(emp_no),
  cat      varchar(10) not null check (cat in ('travel','hotel','meals','training','phone','other')),
  amt      numeric(9,2) not null check (amt > 0),
  ccy      char(3) not null default 'GBP' check (ccy in ('GBP','EUR','USD')),
  vat_pct  numeric(4,1) not null default 20.0,
  rcpt     boolean not null default true,
  memo     text,
  clm_dt   date not null,
  reimb_dt date
);
comment on table exp_clm is 'expense claims';
comment on column exp_clm.amt is 'claimed amount in ccy';
comment on column exp_clm.vat_pct is 'VAT rate, percent';
comment on column exp_clm.rcpt is 'receipt attached';
comment on column exp_clm.reimb_dt is 'reimbursed on, null = outstanding';

create table skl (
  skl_id   integer primary key,
  nm       varchar(40) not null unique,
  cat      varchar(12) not null check (cat in ('language','software','technical','legal','soft'))
);
comment on table skl is 'skills catalogue';

create table emp_skl (
  emp_no   integer not null references emp(emp_no),
  skl_id   integer not null references skl(skl_id),
  lvl      smallint not null check (lvl between 1 and 5),
  yrs      smallint,
  cert     boolean not null default false,
  primary key (emp_no, skl_id)
);
comment on table emp_skl is 'skills per employee';
comment on column emp_skl.lvl is 'self-rated, 1 = beginner, 5 = expert';
comment on column emp_skl.yrs is 'years of experience';
comment on column emp_skl.cert is 'holds a certificate';

create index emp_dept_ix on emp(dept_cd);
create index slip_per_ix on slip(per);

create view v_active_emp as
select e.emp_no, e.fname, e.lname, e.dept_cd, d.descr as dept, j.ttl, e.sal, e.hired
from emp e
join dept d on d.dept_cd = e.dept_cd
join job j on j.job_cd = e.job_cd
where e.term_dt is null;
comment on view v_active_emp is 'current staff only';
