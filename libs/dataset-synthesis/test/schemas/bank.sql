CREATE TYPE enm_account_type AS ENUM ('CHECKING', 'SAVINGS', 'BUSINESS', 'YOUTH', 'JOINT');
CREATE TYPE enm_currency AS ENUM ('USD', 'CAD', 'EUR', 'GBP', 'MXN');
CREATE TYPE enm_txn_type AS ENUM ('TRANSFER', 'DEPOSIT', 'WITHDRAWAL', 'CARD_PAYMENT', 'FEE', 'INTEREST');
CREATE TYPE enm_loan_purpose AS ENUM ('HOME', 'CAR', 'EDUCATION', 'RENOVATION', 'BUSINESS', 'PERSONAL');

CREATE TABLE tbl_branch (
    branch_cd            varchar(6) PRIMARY KEY,
    branch_nm            varchar(60) NOT NULL,
    city_nm              varchar(40) NOT NULL,
    state_cd             char(2) NOT NULL CHECK (state_cd IN ('NY', 'NJ', 'CT', 'MA', 'PA', 'VT')),
    phone_no             varchar(20) NOT NULL,
    opened_dt            date NOT NULL,
    has_safe_boxes       boolean NOT NULL DEFAULT false,
    has_drive_through    boolean NOT NULL DEFAULT false
);

CREATE TABLE tbl_client (
    client_id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_nm            varchar(120) NOT NULL,
    birth_dt             date NOT NULL,
    tax_no               varchar(15) NOT NULL UNIQUE,
    email_addr           varchar(120) UNIQUE,
    phone_no             varchar(20) NOT NULL,
    street_addr          varchar(120) NOT NULL,
    city_nm              varchar(40) NOT NULL,
    country_nm           varchar(40) NOT NULL
                         CONSTRAINT chk_client_country CHECK (country_nm IN ('United States', 'Canada', 'Mexico', 'United Kingdom', 'Germany', 'France')),
    occupation_nm        varchar(60),
    annual_income_amt    numeric(12,2),
    credit_score_val     smallint CHECK (credit_score_val BETWEEN 300 AND 850),
    segment_cd           varchar(10) NOT NULL
                         CONSTRAINT chk_client_segment CHECK (segment_cd IN ('MASS', 'AFFLUENT', 'PRIVATE', 'STUDENT', 'SMALL_BIZ')),
    home_branch_cd       varchar(6) NOT NULL REFERENCES tbl_branch (branch_cd),
    referred_by_client_id integer REFERENCES tbl_client (client_id),
    is_staff             boolean NOT NULL DEFAULT false,
    has_online_access    boolean NOT NULL DEFAULT true,
    joined_dt            date NOT NULL,
    left_dt              date
);

CREATE TABLE tbl_account (
    account_id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_no           char(12) NOT NULL UNIQUE,
    account_type_cd      enm_account_type NOT NULL,
    currency_cd          enm_currency NOT NULL DEFAULT 'USD',
    branch_cd            varchar(6) NOT NULL REFERENCES tbl_branch (branch_cd),
    balance_amt          numeric(14,2) NOT NULL DEFAULT 0,
    overdraft_limit_amt  numeric(10,2) NOT NULL DEFAULT 0 CHECK (overdraft_limit_amt >= 0),
    interest_rate_pct    numeric(5,3) NOT NULL DEFAULT 0,
    is_frozen            boolean NOT NULL DEFAULT false,
    opened_dt            date NOT NULL,
    closed_dt            date,
    CONSTRAINT chk_account_dates CHECK (closed_dt IS NULL OR closed_dt >= opened_dt)
);

CREATE TABLE tbl_account_holder (
    account_id           integer NOT NULL REFERENCES tbl_account (account_id),
    client_id            integer NOT NULL REFERENCES tbl_client (client_id),
    holder_role_cd       varchar(12) NOT NULL CHECK (holder_role_cd IN ('OWNER', 'CO_OWNER', 'AUTHORIZED', 'GUARDIAN')),
    is_primary           boolean NOT NULL DEFAULT false,
    added_dt             date NOT NULL,
    CONSTRAINT pk_account_holder PRIMARY KEY (account_id, client_id)
);

CREATE TABLE tbl_card (
    card_id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id           integer NOT NULL REFERENCES tbl_account (account_id),
    client_id            integer NOT NULL REFERENCES tbl_client (client_id),
    card_no              char(16) NOT NULL UNIQUE,
    card_brand_cd        varchar(12) NOT NULL CHECK (card_brand_cd IN ('VISA', 'MASTERCARD', 'AMEX', 'DISCOVER')),
    card_kind_cd         varchar(8) NOT NULL CHECK (card_kind_cd IN ('DEBIT', 'CREDIT', 'PREPAID')),
    daily_limit_amt      numeric(8,2) NOT NULL,
    is_contactless       boolean NOT NULL DEFAULT true,
    issued_dt            date NOT NULL,
    expiry_dt            date NOT NULL,
    blocked_dttm         timestamp
);

CREATE TABLE tbl_transaction (
    txn_id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    txn_ref_cd           varchar(20) NOT NULL UNIQUE,
    txn_type_cd          enm_txn_type NOT NULL,
    from_account_id      integer REFERENCES tbl_account (account_id),
    to_account_id        integer REFERENCES tbl_account (account_id),
    card_id              integer REFERENCES tbl_card (card_id),
    txn_amt              numeric(12,2) NOT NULL CHECK (txn_amt > 0),
    fee_amt              numeric(8,2) NOT NULL DEFAULT 0,
    channel_cd           varchar(10) NOT NULL CHECK (channel_cd IN ('BRANCH', 'ATM', 'WEB', 'MOBILE', 'POS', 'SYSTEM')),
    memo_txt             text,
    is_disputed          boolean NOT NULL DEFAULT false,
    created_dttm         timestamp NOT NULL,
    posted_dttm          timestamp,
    CONSTRAINT chk_txn_side CHECK (from_account_id IS NOT NULL OR to_account_id IS NOT NULL)
);

CREATE TABLE tbl_loan (
    loan_id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id            integer NOT NULL REFERENCES tbl_client (client_id),
    guarantor_client_id  integer REFERENCES tbl_client (client_id),
    pay_account_id       integer NOT NULL REFERENCES tbl_account (account_id),
    purpose_cd           enm_loan_purpose NOT NULL,
    status_cd            varchar(10) NOT NULL CHECK (status_cd IN ('PENDING', 'APPROVED', 'REJECTED', 'ACTIVE', 'REPAID', 'DEFAULTED')),
    principal_amt        numeric(12,2) NOT NULL CHECK (principal_amt > 0),
    interest_rate_pct    numeric(5,3) NOT NULL,
    term_months_cnt      smallint NOT NULL,
    is_fixed_rate        boolean NOT NULL,
    applied_dt           date NOT NULL,
    approved_dt          date,
    repaid_dt            date
);

CREATE TABLE tbl_loan_installment (
    loan_id              integer NOT NULL REFERENCES tbl_loan (loan_id),
    installment_no       smallint NOT NULL,
    due_dt               date NOT NULL,
    principal_part_amt   numeric(10,2) NOT NULL,
    interest_part_amt    numeric(10,2) NOT NULL,
    paid_dt              date,
    CONSTRAINT pk_loan_installment PRIMARY KEY (loan_id, installment_no)
);

CREATE INDEX idx_txn_from ON tbl_transaction (from_account_id);
CREATE INDEX idx_txn_to ON tbl_transaction (to_account_id);

CREATE VIEW vw_overdue_installment AS
SELECT l.loan_id,
       c.client_nm,
       i.installment_no,
       i.due_dt,
       i.principal_part_amt + i.interest_part_amt AS total_due_amt
FROM tbl_loan_installment i
JOIN tbl_loan l ON l.loan_id = i.loan_id
JOIN tbl_client c ON c.client_id = l.client_id
WHERE i.paid_dt IS NULL AND i.due_dt < CURRENT_DATE;

COMMENT ON TABLE tbl_branch IS 'Bank branches';
COMMENT ON COLUMN tbl_branch.has_safe_boxes IS 'Safe deposit boxes for rent';
COMMENT ON TABLE tbl_client IS 'Bank customers (private persons)';
COMMENT ON COLUMN tbl_client.client_nm IS 'Full name, first name first';
COMMENT ON COLUMN tbl_client.tax_no IS 'SSN or foreign tax number';
COMMENT ON COLUMN tbl_client.annual_income_amt IS 'Declared yearly income, USD before tax';
COMMENT ON COLUMN tbl_client.credit_score_val IS 'FICO score, 300-850';
COMMENT ON COLUMN tbl_client.segment_cd IS 'Marketing segment';
COMMENT ON COLUMN tbl_client.referred_by_client_id IS 'Existing client who brought this one in';
COMMENT ON COLUMN tbl_client.is_staff IS 'Client works for the bank';
COMMENT ON COLUMN tbl_client.left_dt IS 'End of relationship, NULL if active';
COMMENT ON TABLE tbl_account IS 'Deposit accounts';
COMMENT ON COLUMN tbl_account.balance_amt IS 'Current balance in the account currency, negative if overdrawn';
COMMENT ON COLUMN tbl_account.interest_rate_pct IS 'Yearly interest paid on the balance, percent';
COMMENT ON COLUMN tbl_account.closed_dt IS 'NULL while the account is open';
COMMENT ON TABLE tbl_account_holder IS 'Which clients hold which accounts';
COMMENT ON COLUMN tbl_account_holder.is_primary IS 'Statements are mailed to this holder';
COMMENT ON COLUMN tbl_card.client_id IS 'Cardholder';
COMMENT ON COLUMN tbl_card.daily_limit_amt IS 'Maximum spend per day, USD';
COMMENT ON COLUMN tbl_card.blocked_dttm IS 'When the card was blocked, NULL if usable';
COMMENT ON TABLE tbl_transaction IS 'Money movements; amounts in the currency of the source account';
COMMENT ON COLUMN tbl_transaction.from_account_id IS 'Account debited, NULL for deposits and interest';
COMMENT ON COLUMN tbl_transaction.to_account_id IS 'Account credited, NULL for withdrawals, card payments and fees';
COMMENT ON COLUMN tbl_transaction.card_id IS 'Card used, if any';
COMMENT ON COLUMN tbl_transaction.is_disputed IS 'Client has contested it';
COMMENT ON COLUMN tbl_transaction.posted_dttm IS 'Booked at; NULL while pending';
COMMENT ON COLUMN tbl_loan.client_id IS 'Borrower';
COMMENT ON COLUMN tbl_loan.guarantor_client_id IS 'Client who guarantees the loan';
COMMENT ON COLUMN tbl_loan.pay_account_id IS 'Account the installments are taken from';
COMMENT ON COLUMN tbl_loan.principal_amt IS 'Amount borrowed, USD';
COMMENT ON COLUMN tbl_loan.term_months_cnt IS 'Duration in months';
COMMENT ON COLUMN tbl_loan.approved_dt IS 'NULL if not (yet) approved';
COMMENT ON TABLE tbl_loan_installment IS 'Repayment schedule, one row per month';
COMMENT ON COLUMN tbl_loan_installment.paid_dt IS 'NULL = not paid yet';
COMMENT ON VIEW vw_overdue_installment IS 'Unpaid installments past their due date';
