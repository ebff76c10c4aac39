CREATE INDEX "claims_homeless" ON "claims" USING btree ("shop_id","since") WHERE "claims"."state" = 'passed' and "claims"."ended_at" is null;
