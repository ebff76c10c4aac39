CREATE TABLE "activity" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"shop_id" text,
	"actor_id" text,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"why" text,
	"deed" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "due_runs" (
	"job" text NOT NULL,
	"key" text NOT NULL,
	"planned_at" bigint NOT NULL,
	"ran_at" bigint NOT NULL,
	"node" text NOT NULL,
	CONSTRAINT "due_runs_job_key_planned_at_pk" PRIMARY KEY("job","key","planned_at")
);

--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"handle_key" text NOT NULL,
	"name" text,
	"staff_number" text,
	"email" text,
	"roles" jsonb NOT NULL,
	"hue" integer NOT NULL,
	"language" text,
	"password_hash" text,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);

--> statement-breakpoint
CREATE TABLE "person_shops" (
	"person_id" text NOT NULL,
	"shop_id" text NOT NULL,
	CONSTRAINT "person_shops_person_id_shop_id_pk" PRIMARY KEY("person_id","shop_id")
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"station_id" text,
	"shop_id" text,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"locked_at" bigint
);

--> statement-breakpoint
CREATE TABLE "station_people" (
	"station_id" text NOT NULL,
	"person_id" text NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "station_people_station_id_person_id_pk" PRIMARY KEY("station_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "invites" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"made_by" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);

--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last_at" bigint NOT NULL,
	"blocked_until" bigint DEFAULT 0 NOT NULL
);

--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"platform" text NOT NULL,
	"time_zone" text NOT NULL,
	"cutoff" text NOT NULL,
	"rest_days" jsonb NOT NULL,
	"keeps_holidays" boolean NOT NULL,
	"shifts" jsonb NOT NULL,
	"flags" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "shop_days" (
	"shop_id" text NOT NULL,
	"day" text NOT NULL,
	"works" boolean,
	"cutoff" text,
	"why" text NOT NULL,
	CONSTRAINT "shop_days_shop_id_day_pk" PRIMARY KEY("shop_id","day")
);

--> statement-breakpoint
CREATE TABLE "holiday_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"papers" jsonb NOT NULL,
	"days" jsonb NOT NULL,
	"loaded_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"tid" text NOT NULL,
	"tid_reversed" text NOT NULL,
	"state" text NOT NULL,
	"platform_status" text NOT NULL,
	"refund" text NOT NULL,
	"flag" text NOT NULL,
	"meaning" text NOT NULL,
	"buyer" text NOT NULL,
	"receiver" text NOT NULL,
	"phone" text NOT NULL,
	"region" text NOT NULL,
	"address" text NOT NULL,
	"buyer_note" text NOT NULL,
	"memo" text NOT NULL,
	"summary" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	"placed_at" bigint,
	"paid_at" bigint,
	"ship_by" bigint,
	"shipped_at" bigint,
	"waybill" text,
	"carrier" text,
	"urgent" boolean NOT NULL,
	"search" text NOT NULL,
	"open" boolean NOT NULL,
	"imported_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "order_items" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"oid" text NOT NULL,
	"title" text NOT NULL,
	"variant" text NOT NULL,
	"code" text NOT NULL,
	"quantity" integer,
	"price" bigint,
	"refund" text NOT NULL,
	"service" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"author_id" text,
	"author" text NOT NULL,
	"at" bigint NOT NULL,
	"for_packing" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gifts" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"what" text NOT NULL,
	"quantity" integer NOT NULL,
	"promised_by" text NOT NULL,
	"promised_at" bigint NOT NULL,
	"remark_id" text,
	"packed_at" bigint,
	"packed_by" text,
	"left_out_why" text,
	"withdrawn_at" bigint
);

--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"owner_id" text,
	"owner_shift" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by" text,
	"postponed" integer NOT NULL,
	"settled_at" bigint,
	"settled_by" text
);

--> statement-breakpoint
CREATE TABLE "differences" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"import_id" text,
	"field" text NOT NULL,
	"board" text NOT NULL,
	"file" text NOT NULL,
	"state" text NOT NULL,
	"seen_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text
);

--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"by_id" text,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"counts" jsonb,
	"problem" text,
	"moved_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"import_id" text NOT NULL,
	"n" integer NOT NULL,
	"orders" jsonb NOT NULL,
	CONSTRAINT "import_chunks_import_id_n_pk" PRIMARY KEY("import_id","n")
);

--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "import_rejects_import_id_line_pk" PRIMARY KEY("import_id","line")
);

--> statement-breakpoint
CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"day" text NOT NULL,
	"cutoff_at" bigint NOT NULL,
	"frozen_at" bigint NOT NULL,
	"late_by_seconds" integer NOT NULL,
	"version" integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"order_id" text NOT NULL,
	"stage" text NOT NULL,
	"urgent" boolean NOT NULL,
	"added_in_version" integer NOT NULL,
	"added_by" text,
	"added_why" text,
	"printed_at" bigint,
	"packed_at" bigint,
	"packed_by" text,
	"handed_at" bigint,
	"handed_by" text,
	"carrier" text,
	"waybill" text,
	"stop_asked_at" bigint,
	"stop_asked_by" text,
	"stop_why" text,
	"stop_in_version" integer,
	"stop_answer" text,
	"stop_answered_at" bigint,
	"stop_answered_by" text
);

--> statement-breakpoint
CREATE TABLE "left_behind" (
	"batch_id" text NOT NULL,
	"order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"why" jsonb NOT NULL,
	CONSTRAINT "left_behind_batch_id_order_id_pk" PRIMARY KEY("batch_id","order_id")
);

--> statement-breakpoint
CREATE TABLE "prints" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"batch_id" text NOT NULL,
	"sheet" text NOT NULL,
	"version" integer NOT NULL,
	"nth" integer NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text,
	"by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "scans" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"person_id" text,
	"at" bigint NOT NULL,
	"code" text NOT NULL,
	"answer" text NOT NULL,
	"shipment_id" text
);

--> statement-breakpoint
ALTER TABLE "person_shops" ADD CONSTRAINT "person_shops_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "station_people" ADD CONSTRAINT "station_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shop_days" ADD CONSTRAINT "shop_days_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "left_behind" ADD CONSTRAINT "left_behind_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "prints" ADD CONSTRAINT "prints_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "activity_shop" ON "activity" USING btree ("shop_id","seq");
--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject","seq");
--> statement-breakpoint
CREATE INDEX "activity_deed" ON "activity" USING btree ("deed");
--> statement-breakpoint
CREATE UNIQUE INDEX "people_handle" ON "people" USING btree ("handle_key");
--> statement-breakpoint
CREATE INDEX "person_shops_shop" ON "person_shops" USING btree ("shop_id");
--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "shops_code" ON "shops" USING btree ("code");
--> statement-breakpoint
CREATE UNIQUE INDEX "orders_tid" ON "orders" USING btree ("shop_id","tid");
--> statement-breakpoint
CREATE INDEX "orders_tail" ON "orders" USING btree ("shop_id","tid_reversed");
--> statement-breakpoint
CREATE INDEX "orders_buyer" ON "orders" USING btree ("shop_id","buyer");
--> statement-breakpoint
CREATE INDEX "orders_waybill" ON "orders" USING btree ("shop_id","waybill") WHERE "orders"."waybill" is not null;
--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("shop_id","paid_at","id") WHERE "orders"."open";
--> statement-breakpoint
CREATE UNIQUE INDEX "order_items_oid" ON "order_items" USING btree ("order_id","oid");
--> statement-breakpoint
CREATE INDEX "remarks_order" ON "remarks" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "gifts_order" ON "gifts" USING btree ("order_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "holds_open" ON "holds" USING btree ("order_id") WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "holds_due" ON "holds" USING btree ("shop_id","due_on") WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "holds_order" ON "holds" USING btree ("order_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "differences_open" ON "differences" USING btree ("order_id","field") WHERE "differences"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "differences_shop" ON "differences" USING btree ("shop_id","seen_at") WHERE "differences"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "imports_shop" ON "imports" USING btree ("shop_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "batches_day" ON "batches" USING btree ("shop_id","day");
--> statement-breakpoint
CREATE UNIQUE INDEX "shipments_order_batch" ON "shipments" USING btree ("batch_id","order_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "shipments_once" ON "shipments" USING btree ("order_id") WHERE "shipments"."stage" <> 'stopped';
--> statement-breakpoint
CREATE INDEX "shipments_waybill" ON "shipments" USING btree ("shop_id","waybill") WHERE "shipments"."waybill" is not null;
--> statement-breakpoint
CREATE INDEX "shipments_stops" ON "shipments" USING btree ("shop_id") WHERE "shipments"."stop_asked_at" is not null and "shipments"."stop_answer" is null;
--> statement-breakpoint
CREATE INDEX "prints_batch" ON "prints" USING btree ("batch_id","sheet");
--> statement-breakpoint
CREATE INDEX "scans_person" ON "scans" USING btree ("person_id","at");
--> statement-breakpoint
create function activity_is_append_only() returns trigger language plpgsql as $$ begin raise exception 'the activity log is append-only'; end $$;
--> statement-breakpoint
create trigger activity_keeps_changes_out before update or delete or truncate on activity for each statement execute function activity_is_append_only();
