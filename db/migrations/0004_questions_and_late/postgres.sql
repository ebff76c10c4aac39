CREATE INDEX "gifts_questions" ON "gifts" USING btree ("shop_id") WHERE "gifts"."remark_id" is null and "gifts"."withdrawn_at" is null;
--> statement-breakpoint
CREATE INDEX "shipments_late" ON "shipments" USING btree ("batch_id") WHERE "shipments"."added_in_version" > 1;
--> statement-breakpoint
CREATE INDEX "shipments_asked" ON "shipments" USING btree ("batch_id") WHERE "shipments"."stop_in_version" is not null;
