-- webshop: plural tables, plain id keys
CREATE TYPE order_status AS ENUM ('pending', 'paid', 'packed', 'shipped', 'delivered', 'cancelled', 'refunded');
CREATE TYPE payment_method AS ENUM ('credit_card', 'paypal', 'bank_transfer', 'klarna', 'gift_card');

CREATE TABLE customers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text NOT NULL UNIQUE,
    phone text,
    birth_date date,
    newsletter boolean NOT NULL DEFAULT false,
    loyalty_tier text NOT NULL DEFAULT 'none' CHECK (loyalty_tier IN ('none', 'bronze', 'silver', 'gold')),
    created_at timestamp NOT NULL DEFAULT now()
);
COMMENT ON TABLE customers IS 'Registered shop customers';
COMMENT ON COLUMN customers.newsletter IS 'Opted in to marketing e-mails';
COMMENT ON COLUMN customers.created_at IS 'When the account was registered';

CREATE TABLE addresses (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    street text NOT NULL,
    postal_code varchar(12) NOT NULL,
    city text NOT NULL,
    country text NOT NULL CHECK (country IN ('Germany', 'Austria', 'Switzerland', 'France', 'Netherlands', 'Belgium', 'Italy', 'Poland'))
);
COMMENT ON TABLE addresses IS 'Address book; a customer may have several';
COMMENT ON COLUMN addresses.country IS 'Countries we deliver to';

CREATE TABLE categories (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    parent_id integer REFERENCES categories (id)
);
COMMENT ON COLUMN categories.parent_id IS 'Parent category, NULL for top-level categories';

CREATE TABLE suppliers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    contact_name text,
    contact_email text,
    country text NOT NULL,
    founded_year integer CHECK (founded_year > 1800)
);
COMMENT ON COLUMN suppliers.contact_name IS 'Full name of our contact person';

CREATE TABLE products (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    description text,
    ean char(13) UNIQUE,
    supplier_id integer NOT NULL REFERENCES suppliers (id),
    color text CHECK (color IN ('black', 'white', 'red', 'blue', 'green', 'grey')),
    price numeric(10,2) NOT NULL CHECK (price >= 0),
    weight integer,
    stock integer NOT NULL DEFAULT 0,
    active boolean NOT NULL DEFAULT true,
    discontinued_on date
);
COMMENT ON TABLE products IS 'Items for sale';
COMMENT ON COLUMN products.ean IS 'EAN-13 barcode';
COMMENT ON COLUMN products.price IS 'Current list price in EUR, VAT included';
COMMENT ON COLUMN products.weight IS 'Shipping weight in grams';
COMMENT ON COLUMN products.stock IS 'Units currently in the warehouse';
COMMENT ON COLUMN products.active IS 'Shown in the shop';
COMMENT ON COLUMN products.discontinued_on IS 'NULL while the product is still sold';

CREATE TABLE product_categories (
    product_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    category_id integer NOT NULL REFERENCES categories (id),
    PRIMARY KEY (product_id, category_id)
);
COMMENT ON TABLE product_categories IS 'Which products are listed in which categories';

CREATE TABLE coupons (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(20) NOT NULL UNIQUE,
    discount_percent numeric(5,2) NOT NULL CHECK (discount_percent BETWEEN 0 AND 100),
    valid_from date NOT NULL,
    valid_until date
);
COMMENT ON COLUMN coupons.discount_percent IS 'Percent off the order total, 0-100';
COMMENT ON COLUMN coupons.valid_until IS 'Last valid day, NULL = no expiry';

CREATE TABLE orders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number varchar(16) NOT NULL UNIQUE,
    customer_id integer NOT NULL REFERENCES customers (id),
    shipping_address_id integer NOT NULL REFERENCES addresses (id),
    billing_address_id integer NOT NULL REFERENCES addresses (id),
    coupon_id integer REFERENCES coupons (id),
    status order_status NOT NULL DEFAULT 'pending',
    payment_method payment_method NOT NULL,
    shipping_fee numeric(8,2) NOT NULL DEFAULT 0,
    ordered_at timestamp NOT NULL,
    paid_at timestamp,
    shipped_at timestamp
);
COMMENT ON TABLE orders IS 'One row per checkout';
COMMENT ON COLUMN orders.order_number IS 'Number printed on the invoice, e.g. W-2024-00317';
COMMENT ON COLUMN orders.shipping_fee IS 'EUR charged for delivery';
COMMENT ON COLUMN orders.paid_at IS 'NULL = not paid yet';
COMMENT ON COLUMN orders.shipped_at IS 'NULL = not shipped yet';

CREATE TABLE order_items (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id integer NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id integer NOT NULL REFERENCES products (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price numeric(10,2) NOT NULL,
    returned_at date,
    UNIQUE (order_id, product_id)
);
COMMENT ON TABLE order_items IS 'Order lines';
COMMENT ON COLUMN order_items.unit_price IS 'EUR per unit at the time of the order';
COMMENT ON COLUMN order_items.returned_at IS 'Date the line was sent back, NULL if kept';

CREATE TABLE reviews (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id integer NOT NULL REFERENCES products (id),
    customer_id integer NOT NULL REFERENCES customers (id),
    rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
    title text,
    body text,
    verified boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL,
    UNIQUE (product_id, customer_id)
);
COMMENT ON COLUMN reviews.rating IS 'Stars, 1 (worst) to 5 (best)';
COMMENT ON COLUMN reviews.verified IS 'Reviewer bought the product here';

CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE INDEX order_items_product_idx ON order_items (product_id);

CREATE VIEW order_totals AS
SELECT o.id AS order_id, o.customer_id, o.status, o.ordered_at,
       sum(i.quantity) AS units,
       sum(i.quantity * i.unit_price) AS goods_total
FROM orders o
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id, o.customer_id, o.status, o.ordered_at;
COMMENT ON VIEW order_totals IS 'Value of each order in EUR, without shipping fee and coupon';
