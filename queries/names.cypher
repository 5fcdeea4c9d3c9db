// The names of things in each language.
MATCH (thing:Resource) WHERE thing.uri IN $thing
RETURN thing.uri AS thing, thing.nameFr AS fr, thing.nameNl AS nl, thing.nameDe AS de, thing.nameEn AS en
