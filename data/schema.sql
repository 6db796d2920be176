-- tenor, schema version 9. Made by `tenor build --schema`; do not edit.

CREATE TABLE meta (
	"key" VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	PRIMARY KEY ("key")
)
 WITHOUT ROWID;

CREATE TABLE record (
	id VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	day INTEGER,
	path VARCHAR NOT NULL,
	line INTEGER NOT NULL,
	doc VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE former_id (
	old VARCHAR NOT NULL,
	id VARCHAR NOT NULL,
	PRIMARY KEY (old)
)
 WITHOUT ROWID;

CREATE TABLE link (
	target VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	field VARCHAR NOT NULL,
	PRIMARY KEY (target, source, field)
)
 WITHOUT ROWID;

CREATE TABLE party (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE product (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	party VARCHAR NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE term (
	id VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	grp VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	many BOOLEAN NOT NULL,
	cuad VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE deal (
	id VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE coverage (
	deal VARCHAR NOT NULL,
	term VARCHAR NOT NULL,
	n INTEGER NOT NULL,
	first INTEGER NOT NULL,
	checked INTEGER NOT NULL,
	gaps VARCHAR NOT NULL,
	PRIMARY KEY (deal, term, n)
)
 WITHOUT ROWID;

CREATE TABLE instrument (
	id VARCHAR NOT NULL,
	deal VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	announced INTEGER NOT NULL,
	announced_last INTEGER NOT NULL,
	known_from INTEGER NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE lineage (
	n INTEGER NOT NULL,
	term VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	holder VARCHAR,
	scope VARCHAR,
	PRIMARY KEY (n)
);

CREATE TABLE clause (
	n INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	lineage INTEGER NOT NULL,
	instrument VARCHAR NOT NULL,
	deal VARCHAR NOT NULL,
	term VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	holder VARCHAR,
	scope VARCHAR,
	state VARCHAR,
	"exclusive" BOOLEAN,
	status VARCHAR NOT NULL,
	cuad VARCHAR NOT NULL,
	known_from INTEGER NOT NULL,
	place INTEGER NOT NULL,
	doc VARCHAR NOT NULL,
	PRIMARY KEY (n),
	UNIQUE (id)
);

CREATE TABLE involves (
	party VARCHAR NOT NULL,
	clause INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	PRIMARY KEY (party, clause, role)
)
 WITHOUT ROWID;

CREATE TABLE pair (
	term VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	holder VARCHAR NOT NULL,
	PRIMARY KEY (term, subject, holder)
)
 WITHOUT ROWID;

CREATE TABLE listed_in (
	deal VARCHAR NOT NULL,
	clause INTEGER NOT NULL,
	PRIMARY KEY (deal, clause)
)
 WITHOUT ROWID;

CREATE TABLE segment (
	lineage INTEGER NOT NULL,
	valid_from INTEGER NOT NULL,
	known_from INTEGER NOT NULL,
	clause INTEGER NOT NULL,
	valid_to INTEGER NOT NULL,
	known_to INTEGER NOT NULL,
	certainty VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	from_lo INTEGER NOT NULL,
	from_hi INTEGER NOT NULL,
	to_lo INTEGER NOT NULL,
	to_hi INTEGER NOT NULL,
	to_text VARCHAR,
	end_kind VARCHAR NOT NULL,
	replaced_by VARCHAR,
	implied_by VARCHAR,
	PRIMARY KEY (lineage, valid_from, known_from, clause, valid_to)
)
 WITHOUT ROWID;

CREATE TABLE source (
	id VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	publisher VARCHAR NOT NULL,
	tier VARCHAR NOT NULL,
	issued VARCHAR,
	known_from INTEGER NOT NULL,
	url VARCHAR,
	archive VARCHAR,
	read VARCHAR NOT NULL,
	csl VARCHAR NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE citation (
	record VARCHAR NOT NULL,
	n INTEGER NOT NULL,
	source VARCHAR NOT NULL,
	locator VARCHAR NOT NULL,
	relayed_by VARCHAR NOT NULL,
	"full" BOOLEAN NOT NULL,
	PRIMARY KEY (record, n)
)
 WITHOUT ROWID;

CREATE TABLE event (
	id VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	date VARCHAR NOT NULL,
	day INTEGER NOT NULL,
	last_day INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	known_from INTEGER NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE claim (
	id VARCHAR NOT NULL,
	speaker VARCHAR NOT NULL,
	said INTEGER NOT NULL,
	day INTEGER NOT NULL,
	last_day INTEGER NOT NULL,
	status VARCHAR NOT NULL,
	verdict VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	doc VARCHAR NOT NULL,
	PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE TABLE phrase (
	"key" VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	target VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	said VARCHAR NOT NULL,
	extra VARCHAR NOT NULL,
	PRIMARY KEY ("key", kind, target, place)
)
 WITHOUT ROWID;

CREATE TABLE pattern (
	"key" VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	term VARCHAR NOT NULL,
	place INTEGER NOT NULL,
	words VARCHAR NOT NULL,
	PRIMARY KEY ("key", kind, term, place)
)
 WITHOUT ROWID;

CREATE TABLE spelling (
	"key" VARCHAR NOT NULL,
	word VARCHAR NOT NULL,
	PRIMARY KEY ("key", word)
)
 WITHOUT ROWID;

CREATE TABLE told (
	"key" VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	term VARCHAR NOT NULL,
	target VARCHAR NOT NULL,
	field VARCHAR NOT NULL,
	PRIMARY KEY ("key", kind, term, target, field)
)
 WITHOUT ROWID;

CREATE INDEX record_by_kind ON record (kind, day);

CREATE INDEX record_by_name ON record (name);

CREATE INDEX instrument_by_deal ON instrument (deal, announced);

CREATE INDEX lineage_by_subject ON lineage (subject);

CREATE INDEX lineage_by_term ON lineage (term, subject);

CREATE INDEX clause_by_deal ON clause (deal);

CREATE INDEX clause_by_instrument ON clause (instrument);

CREATE INDEX clause_by_lineage ON clause (lineage);

CREATE INDEX clause_by_term ON clause (term, subject);

CREATE INDEX involves_by_clause ON involves (clause);

CREATE INDEX pair_by_holder ON pair (holder);

CREATE INDEX segment_by_clause ON segment (clause, known_from);

CREATE INDEX segment_by_time ON segment (valid_from, valid_to, lineage);

CREATE INDEX citation_by_source ON citation (source);

CREATE INDEX event_by_day ON event (day);

CREATE INDEX claim_by_speaker ON claim (speaker, place);

CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, kind UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE VIEW history AS
SELECT l.term, l.subject, l.holder AS lineage_holder, l.scope, c.id AS clause, c.holder, c.exclusive, c.state,
       CASE WHEN s.valid_from <= -1099511627776 THEN '0000-00-00' ELSE date(s.valid_from * 86400, 'unixepoch') END AS first_day, CASE WHEN s.valid_to >= 1099511627776 THEN '9999-12-31' ELSE date(s.valid_to * 86400, 'unixepoch') END AS end_day,
       CASE WHEN s.known_from <= -1099511627776 THEN '0000-00-00' ELSE date(s.known_from * 86400, 'unixepoch') END AS known_from, CASE WHEN s.known_to >= 1099511627776 THEN '9999-12-31' ELSE date(s.known_to * 86400, 'unixepoch') END AS known_to,
       CASE WHEN s.clause = 0 THEN 'unrecorded' ELSE s.status END AS status, s.certainty, s.role, s.end_kind, s.replaced_by, s.implied_by,
       json_extract(c.doc, '$.text') AS says
FROM segment AS s JOIN lineage AS l ON l.n = s.lineage LEFT JOIN clause AS c ON c.n = s.clause;

CREATE VIEW as_of AS
SELECT * FROM history WHERE known_to = '9999-12-31' AND clause IS NOT NULL;

CREATE VIEW clause_dates AS
SELECT c.id, c.deal, c.instrument, c.term, c.subject, c.holder, c.scope, c.status, json_extract(c.doc, '$."from"') AS "from",
       json_extract(c.doc, '$."to"') AS "to", json_extract(c.doc, '$."end"') AS "end", CASE WHEN c.known_from <= -1099511627776 THEN NULL WHEN c.known_from >= 1099511627776 THEN NULL ELSE date(c.known_from * 86400, 'unixepoch') END AS known_from,
       json_extract(c.doc, '$.text') AS says
FROM clause AS c;

CREATE VIEW clause_sources AS
SELECT x.record AS clause, x.locator, x.relayed_by, x."full", s.id AS source, s.title, s.publisher, s.tier, s.issued, s.url, s.archive, s.read
FROM citation AS x JOIN source AS s ON s.id = x.source;
