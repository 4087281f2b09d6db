-- league db, grown over several seasons

create type player_position as enum ('GK', 'DF', 'MF', 'FW');
create type card_colour as enum ('yellow', 'second yellow', 'red');

create table stadiums (
  stadium_id   int primary key,
  name         text not null unique,
  city         text not null,
  capacity     int not null check (capacity > 0),
  surface      text not null default 'grass' check (surface in ('grass', 'hybrid', 'artificial')),
  opened       smallint,
  pitch_length_m numeric(5,1),
  has_roof     boolean not null default false
);
comment on column stadiums.capacity is 'seats and standing places';
comment on column stadiums.opened is 'year of opening';

create table club (
  id           int primary key,
  name         text not null unique,
  short_code   char(3) not null unique,
  nickname     text,
  founded      smallint,
  region       text not null check (region in ('North', 'South', 'East', 'West', 'Islands')),
  stadium_id   int references stadiums (stadium_id),
  parent_club_id int references club (id),
  main_colour  text check (main_colour in ('red', 'blue', 'white', 'black', 'green', 'yellow', 'orange')),
  president    text,
  contact_email text,
  phone        varchar(24),
  budget_meur  numeric(7,2),
  dissolved_on date
);
comment on table club is 'Clubs, including reserve teams';
comment on column club.short_code is 'three letters shown on the scoreboard';
comment on column club.parent_club_id is 'first team of a reserve team (B team)';
comment on column club.budget_meur is 'season budget in millions of euro';
comment on column club.dissolved_on is 'null = club still exists';

create table seasons (
  id           int primary key,
  label        varchar(9) not null unique,
  division     text not null default 'First' check (division in ('First', 'Second', 'Third')),
  start_date   date not null,
  end_date     date not null,
  sponsor      text,
  champion_id  int references club (id),
  prize_money  numeric(12,2)
);
comment on column seasons.label is 'e.g. 2022/23';
comment on column seasons.champion_id is 'null while the season is being played';
comment on column seasons.prize_money is 'EUR for the champion';

create table players (
  player_id    int generated always as identity primary key,
  first_name   text,
  last_name    text not null,
  shirt_name   text,
  birth_date   date not null,
  birth_city   text,
  nationality  text not null check (nationality in ('Portugal', 'Brazil', 'Spain', 'Angola', 'France', 'Argentina', 'Cape Verde', 'Nigeria')),
  pos          player_position not null,
  foot         text check (foot in ('left', 'right', 'both')),
  height_cm    smallint,
  weight_kg    smallint,
  market_value numeric(12,0),
  agent_email  text,
  retired_on   date
);
comment on column players.first_name is 'null for players known by one name';
comment on column players.pos is 'main position: goalkeeper, defender, midfielder, forward';
comment on column players.foot is 'stronger foot';
comment on column players.market_value is 'estimated value in EUR';
comment on column players.retired_on is 'null = active player';

create table club_players (
  contract_no  int primary key,
  club_id      int not null references club (id),
  player_id    int not null references players (player_id),
  joined       date not null,
  left_on      date,
  shirt_no     smallint check (shirt_no between 1 and 99),
  transfer_fee numeric(12,2),
  weekly_wage  numeric(10,2),
  on_loan      boolean not null default false,
  is_captain   boolean not null default false,
  unique (club_id, player_id, joined)
);
comment on table club_players is 'Squad history: who played for which club and when';
comment on column club_players.left_on is 'null = still at the club';
comment on column club_players.transfer_fee is 'EUR paid to the former club, null = free transfer or unknown';
comment on column club_players.weekly_wage is 'EUR gross';

create table referee (
  ref_id       int primary key,
  full_name    text not null,
  licence_code varchar(10) not null unique,
  level        text not null check (level in ('regional', 'national', 'international')),
  birth_year   smallint,
  home_city    text check (home_city in ('Lisbon', 'Porto', 'Braga', 'Coimbra', 'Faro', 'Funchal')),
  mobile       varchar(24),
  email        text unique,
  fee_per_match numeric(7,2) not null
);
comment on column referee.fee_per_match is 'EUR';

create table matches (
  id           int primary key,
  season_id    int not null references seasons (id),
  round        smallint not null,
  home_club_id int not null references club (id),
  away_club_id int not null references club (id),
  stadium_id   int references stadiums (stadium_id),
  ref_id       int references referee (ref_id),
  var_ref_id   int references referee (ref_id),
  kickoff      timestamp not null,
  status       text not null default 'scheduled' check (status in ('scheduled', 'live', 'finished', 'postponed', 'abandoned')),
  home_goals   smallint,
  away_goals   smallint,
  home_possession_pct numeric(4,1),
  attendance   int,
  weather      text check (weather in ('sunny', 'cloudy', 'rain', 'wind', 'snow', 'fog')),
  added_time_min smallint,
  report       text,
  unique (season_id, home_club_id, away_club_id),
  check (home_club_id <> away_club_id)
);
comment on table matches is 'League fixtures and results';
comment on column matches.round is 'matchday number';
comment on column matches.var_ref_id is 'video assistant referee, null if no VAR was used';
comment on column matches.home_goals is 'final score, null until played';
comment on column matches.home_possession_pct is 'ball possession of the home club in percent';
comment on column matches.attendance is 'spectators';
comment on column matches.added_time_min is 'stoppage time, both halves together, minutes';
comment on column matches.report is 'referee''s remarks';

create table goal (
  goal_id      int primary key,
  match_id     int not null references matches (id),
  club_id      int not null references club (id),
  scorer_id    int not null references players (player_id),
  assist_id    int references players (player_id),
  minute       smallint not null check (minute between 1 and 130),
  how          text not null check (how in ('open play', 'penalty', 'free kick', 'header', 'corner', 'counter attack')),
  own_goal     boolean not null default false,
  distance_m   numeric(4,1)
);
comment on column goal.club_id is 'club the goal counts for';
comment on column goal.assist_id is 'player who gave the last pass, null = no assist';
comment on column goal.distance_m is 'shot distance in metres';

create table appearances (
  match_id     int references matches (id),
  player_id    int references players (player_id),
  club_id      int not null references club (id),
  started      boolean not null,
  minutes      smallint not null check (minutes >= 0),
  passes       smallint,
  shots        smallint not null default 0,
  rating       numeric(3,1) check (rating between 0 and 10),
  primary key (match_id, player_id)
);
comment on table appearances is 'Players used in a match';
comment on column appearances.started is 'true = starting eleven, false = came on as a substitute';
comment on column appearances.minutes is 'minutes on the pitch';
comment on column appearances.rating is 'press rating, 0 to 10';

create table cards (
  id           int primary key,
  match_id     int not null references matches (id),
  player_id    int not null references players (player_id),
  colour       card_colour not null,
  minute       smallint not null,
  reason       text check (reason in ('foul', 'dissent', 'handball', 'time wasting', 'diving', 'violent conduct')),
  fine_eur     numeric(8,2),
  fine_paid_on date
);
comment on column cards.fine_paid_on is 'null = fine outstanding';

create index on matches (kickoff);
create index on goal (match_id);
create index on goal (scorer_id);
