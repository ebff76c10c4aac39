CREATE TABLE "gift_only" (
	"order_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"since" bigint NOT NULL
);

--> statement-breakpoint
DROP INDEX "claims_unchecked";
--> statement-breakpoint
CREATE INDEX "gift_only_shop" ON "gift_only" USING btree ("shop_id","since");
--> statement-breakpoint
CREATE INDEX "orders_gone" ON "orders" USING btree ("shop_id","paid_at","id") WHERE not "orders"."open";
--> statement-breakpoint
CREATE INDEX "claims_unchecked" ON "claims" USING btree ("shop_id","order_id") WHERE "claims"."state" = 'to_check' and "claims"."without_at" is null;
