-- Who agreed to tell of their membership is told by nothing plain any more (rule-28): what was written down is erased. They agree anew when they register.
DROP TRIGGER IF EXISTS append_only ON consents;--> statement-breakpoint
DO $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT county_id FROM counties LOOP
		PERFORM set_config('app.county_id', c.county_id::text, true);
		DELETE FROM consents WHERE county_id = c.county_id AND purpose = 'partyMembership';
	END LOOP;
	PERFORM set_config('app.county_id', '', true);
END $$;
