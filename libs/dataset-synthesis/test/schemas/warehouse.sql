-- WMS core tables. Short column names, codes as keys where they exist.

CREATE TABLE wh (
    wh_cd     char(3)      PRIMARY KEY,
    nm        varchar(60)  NOT NULL,
    city      varchar(40)  NOT NULL,
    ctry_cd   char(2)      NOT NULL CHECK (ctry_cd IN ('NL', 'BE', 'DE', 'FR', 'PL', 'IT')),
    cap_plt   integer      NOT NULL,
    temp_ctl  boolean      NOT NULL DEFAULT false,
    opn_dt    date         NOT NULL,
    cls_dt    date
);
COMMENT ON TABLE wh IS 'warehouses';
COMMENT ON COLUMN wh.nm IS 'warehouse name';
COMMENT ON COLUMN wh.ctry_cd IS 'ISO country code';
COMMENT ON COLUMN wh.cap_plt IS 'capacity in pallets';
COMMENT ON COLUMN wh.temp_ctl IS 'temperature controlled (cold store)';
COMMENT ON COLUMN wh.cls_dt IS 'closing date, null = in operation';

CREATE TABLE emp (
    emp_no    integer      PRIMARY KEY,
    fname     varchar(40)  NOT NULL,
    lname     varchar(40)  NOT NULL,
    dob       date,
    sex       char(1)      CHECK (sex IN ('M', 'F', 'X')),
    email     varchar(80)  UNIQUE,
    tel       varchar(20),
    dept_cd   varchar(4)   NOT NULL CHECK (dept_cd IN ('RCV', 'PICK', 'PACK', 'SHIP', 'INV', 'ADM')),
    wh_cd     char(3)      NOT NULL REFERENCES wh (wh_cd),
    mgr_no    integer      REFERENCES emp (emp_no),
    hire_dt   date         NOT NULL,
    term_dt   date,
    sal       numeric(9,2) NOT NULL,
    fte_pct   smallint     NOT NULL DEFAULT 100 CHECK (fte_pct BETWEEN 10 AND 100)
);
COMMENT ON TABLE emp IS 'warehouse staff';
COMMENT ON COLUMN emp.dob IS 'date of birth';
COMMENT ON COLUMN emp.dept_cd IS 'department: receiving, picking, packing, shipping, inventory, admin';
COMMENT ON COLUMN emp.mgr_no IS 'direct manager';
COMMENT ON COLUMN emp.term_dt IS 'last working day, null = still employed';
COMMENT ON COLUMN emp.sal IS 'gross monthly salary, EUR';
COMMENT ON COLUMN emp.fte_pct IS 'working time, percent of full time';

CREATE TABLE cat (
    cat_id    integer      PRIMARY KEY,
    nm        varchar(50)  NOT NULL UNIQUE,
    par_id    integer      REFERENCES cat (cat_id)
);
COMMENT ON TABLE cat IS 'product categories (tree)';
COMMENT ON COLUMN cat.par_id IS 'parent category, null = top level';

CREATE TABLE supp (
    supp_id   integer      PRIMARY KEY,
    nm        varchar(80)  NOT NULL,
    cntct     varchar(80),
    email     varchar(80),
    tel       varchar(20),
    city      varchar(40),
    ctry      varchar(20)  NOT NULL CHECK (ctry IN ('Netherlands', 'Germany', 'China', 'Turkey', 'Poland', 'Italy', 'Vietnam')),
    vat_no    varchar(16)  UNIQUE,
    pay_days  smallint     NOT NULL DEFAULT 30,
    rtg       numeric(2,1) CHECK (rtg BETWEEN 0 AND 5),
    blkd      boolean      NOT NULL DEFAULT false
);
COMMENT ON TABLE supp IS 'suppliers';
COMMENT ON COLUMN supp.cntct IS 'contact person';
COMMENT ON COLUMN supp.pay_days IS 'payment term in days';
COMMENT ON COLUMN supp.rtg IS 'rating 0.0 - 5.0';
COMMENT ON COLUMN supp.blkd IS 'blocked for new orders';

CREATE TABLE prod (
    sku       varchar(12)  PRIMARY KEY,
    ean       char(13)     UNIQUE,
    descr     varchar(120) NOT NULL,
    cat_id    integer      NOT NULL REFERENCES cat (cat_id),
    uom       varchar(3)   NOT NULL CHECK (uom IN ('EA', 'BOX', 'KG', 'L', 'M', 'PLT')),
    wt_kg     numeric(8,3),
    vol_l     numeric(8,2),
    list_prc  numeric(9,2) NOT NULL,
    vat_pct   numeric(4,1) NOT NULL DEFAULT 21.0,
    haz_cls   varchar(12)  NOT NULL DEFAULT 'none' CHECK (haz_cls IN ('none', 'flammable', 'corrosive', 'toxic', 'explosive')),
    shelf_d   integer,
    disc_dt   date
);
COMMENT ON TABLE prod IS 'products';
COMMENT ON COLUMN prod.ean IS 'barcode';
COMMENT ON COLUMN prod.uom IS 'unit of measure';
COMMENT ON COLUMN prod.wt_kg IS 'weight per unit';
COMMENT ON COLUMN prod.list_prc IS 'list price per unit, EUR excl. VAT';
COMMENT ON COLUMN prod.haz_cls IS 'hazard class';
COMMENT ON COLUMN prod.shelf_d IS 'shelf life in days, null = does not expire';
COMMENT ON COLUMN prod.disc_dt IS 'discontinued on, null = still sold';

CREATE TABLE prod_supp (
    sku       varchar(12)  NOT NULL REFERENCES prod (sku),
    supp_id   integer      NOT NULL REFERENCES supp (supp_id),
    prc       numeric(9,2) NOT NULL,
    lead_d    smallint     NOT NULL,
    moq       integer      NOT NULL DEFAULT 1,
    pref      boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (sku, supp_id)
);
COMMENT ON TABLE prod_supp IS 'which supplier delivers which product';
COMMENT ON COLUMN prod_supp.prc IS 'purchase price per unit, EUR';
COMMENT ON COLUMN prod_supp.lead_d IS 'lead time in days';
COMMENT ON COLUMN prod_supp.moq IS 'minimum order quantity';
COMMENT ON COLUMN prod_supp.pref IS 'preferred supplier for this product';

CREATE TABLE stk (
    wh_cd     char(3)      NOT NULL REFERENCES wh (wh_cd),
    sku       varchar(12)  NOT NULL REFERENCES prod (sku),
    bin       varchar(8)   NOT NULL,
    qty       integer      NOT NULL CHECK (qty >= 0),
    rsvd_qty  integer      NOT NULL DEFAULT 0,
    min_qty   integer      NOT NULL DEFAULT 0,
    cnt_dt    date,
    PRIMARY KEY (wh_cd, sku, bin)
);
COMMENT ON TABLE stk IS 'stock on hand per bin';
COMMENT ON COLUMN stk.bin IS 'shelf location, aisle-rack-level';
COMMENT ON COLUMN stk.rsvd_qty IS 'reserved for open shipments';
COMMENT ON COLUMN stk.min_qty IS 'reorder level';
COMMENT ON COLUMN stk.cnt_dt IS 'last stock count';

CREATE TABLE shpt (
    shpt_no   integer      PRIMARY KEY,
    trk_cd    varchar(24)  UNIQUE,
    typ       varchar(10)  NOT NULL CHECK (typ IN ('inbound', 'outbound', 'transfer', 'return')),
    stat      varchar(10)  NOT NULL CHECK (stat IN ('planned', 'picking', 'in transit', 'delivered', 'lost', 'cancelled')),
    carr      varchar(10)  CHECK (carr IN ('DHL', 'UPS', 'DPD', 'GLS', 'PostNL', 'own truck')),
    supp_id   integer      REFERENCES supp (supp_id),
    fr_wh     char(3)      REFERENCES wh (wh_cd),
    to_wh     char(3)      REFERENCES wh (wh_cd),
    resp_emp  integer      REFERENCES emp (emp_no),
    crt_ts    timestamp    NOT NULL,
    dep_ts    timestamp,
    arr_ts    timestamp,
    dist_km   integer,
    frt_amt   numeric(9,2),
    rmk       text
);
COMMENT ON TABLE shpt IS 'shipments';
COMMENT ON COLUMN shpt.trk_cd IS 'carrier tracking code';
COMMENT ON COLUMN shpt.carr IS 'carrier';
COMMENT ON COLUMN shpt.supp_id IS 'supplier, inbound and return only';
COMMENT ON COLUMN shpt.fr_wh IS 'warehouse of departure, null for inbound';
COMMENT ON COLUMN shpt.to_wh IS 'receiving warehouse, null for outbound';
COMMENT ON COLUMN shpt.resp_emp IS 'employee in charge';
COMMENT ON COLUMN shpt.arr_ts IS 'arrival, null = not arrived';
COMMENT ON COLUMN shpt.frt_amt IS 'freight cost, EUR';

CREATE TABLE shpt_ln (
    shpt_no   integer      NOT NULL REFERENCES shpt (shpt_no),
    ln_no     smallint     NOT NULL,
    sku       varchar(12)  NOT NULL REFERENCES prod (sku),
    qty       integer      NOT NULL CHECK (qty > 0),
    dmg_qty   integer      NOT NULL DEFAULT 0,
    unit_prc  numeric(9,2),
    disc_pct  numeric(4,1) NOT NULL DEFAULT 0,
    exp_dt    date,
    PRIMARY KEY (shpt_no, ln_no)
);
COMMENT ON TABLE shpt_ln IS 'shipment lines';
COMMENT ON COLUMN shpt_ln.dmg_qty IS 'units damaged on arrival';
COMMENT ON COLUMN shpt_ln.disc_pct IS 'discount percent';
COMMENT ON COLUMN shpt_ln.exp_dt IS 'best before date of the batch';

CREATE INDEX ix_stk_sku ON stk (sku);
CREATE INDEX ix_shpt_stat ON shpt (stat);
CREATE INDEX ix_shpt_ln_sku ON shpt_ln (sku);

CREATE VIEW v_low_stk AS
SELECT s.wh_cd, s.sku, p.descr, sum(s.qty - s.rsvd_qty) AS avl_qty, sum(s.min_qty) AS min_qty
FROM stk s
JOIN prod p ON p.sku = s.sku
WHERE p.disc_dt IS NULL
GROUP BY s.wh_cd, s.sku, p.descr
HAVING sum(s.qty - s.rsvd_qty) < sum(s.min_qty);
COMMENT ON VIEW v_low_stk IS 'products below reorder level';
