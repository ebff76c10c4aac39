ALTER TABLE "shipments" ADD COLUMN "aside_at" bigint;
--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "aside_by" text;
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "did" text DEFAULT 'nothing' NOT NULL;
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "order_id" text;
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "before" jsonb;
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "undone_at" bigint;
--> statement-breakpoint
CREATE INDEX "order_items_line" ON "order_items" USING btree ("shop_id","oid");
