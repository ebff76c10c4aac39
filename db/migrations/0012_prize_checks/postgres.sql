CREATE INDEX "gifts_prizes" ON "gifts" USING btree ("shop_id","packed_at") WHERE "gifts"."kind" = 'prize';
--> statement-breakpoint
CREATE INDEX "claims_gift" ON "claims" USING btree ("gift_id") WHERE "claims"."gift_id" is not null;
