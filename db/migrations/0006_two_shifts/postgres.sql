CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"shop_id" text,
	"key" text NOT NULL,
	"tone" text NOT NULL,
	"text" jsonb NOT NULL,
	"href" text NOT NULL,
	"at" bigint NOT NULL,
	"delivered_at" bigint,
	"digest_id" text,
	"read_at" bigint
);

--> statement-breakpoint
CREATE TABLE "quiet_hours" (
	"person_id" text PRIMARY KEY NOT NULL,
	"from" text,
	"to" text
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"author_id" text,
	"author" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_on" text NOT NULL,
	"withdrawn_at" bigint
);

--> statement-breakpoint
CREATE TABLE "notice_reads" (
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "notice_reads_notice_id_person_id_pk" PRIMARY KEY("notice_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "shift_codes" (
	"shop_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"side" text NOT NULL,
	"retired_at" bigint,
	CONSTRAINT "shift_codes_shop_id_code_pk" PRIMARY KEY("shop_id","code")
);

--> statement-breakpoint
CREATE TABLE "roster" (
	"shop_id" text NOT NULL,
	"day" text NOT NULL,
	"person_id" text NOT NULL,
	"code" text,
	"published" text,
	"note" text,
	"changed_at" bigint NOT NULL,
	"changed_by" text,
	CONSTRAINT "roster_shop_id_day_person_id_pk" PRIMARY KEY("shop_id","day","person_id")
);

--> statement-breakpoint
CREATE TABLE "swaps" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_of" text NOT NULL,
	"day" text,
	"code" text,
	"other_day" text,
	"other_code" text,
	"task_id" text,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"answered_at" bigint
);

--> statement-breakpoint
CREATE TABLE "followups" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"buyer" text NOT NULL,
	"order_id" text,
	"reason" text NOT NULL,
	"said" text NOT NULL,
	"owner_id" text,
	"owner_side" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by" text,
	"next_at" bigint NOT NULL,
	"state" text NOT NULL,
	"ending" text,
	"ended_at" bigint,
	"ended_by" text
);

--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"followup_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text,
	"by" text NOT NULL,
	"said" text NOT NULL,
	"next_at" bigint
);

--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"rules" text NOT NULL,
	"coupons" text NOT NULL,
	"answers" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"big_day" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"changed_at" bigint NOT NULL,
	"cancelled_at" bigint,
	"cancelled_why" text
);

--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"notes" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by" text,
	"closed_at" bigint,
	"closed_by" text
);

--> statement-breakpoint
CREATE TABLE "meeting_points" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"key" text,
	"source" text,
	"text" jsonb NOT NULL,
	"href" text,
	"place" integer NOT NULL,
	"talked_at" bigint,
	"outcome" text
);

--> statement-breakpoint
CREATE TABLE "attendance" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"read_at" bigint,
	CONSTRAINT "attendance_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"text" text NOT NULL,
	"task_id" text,
	"at" bigint NOT NULL,
	"by" text
);

--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"owner_id" text,
	"owner_side" text NOT NULL,
	"due_at" bigint NOT NULL,
	"state" text NOT NULL,
	"ending" text,
	"meeting_id" text,
	"order_id" text,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"ended_at" bigint,
	"ended_by" text
);

--> statement-breakpoint
CREATE TABLE "notebook" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"author_id" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"order_id" text,
	"at" bigint NOT NULL,
	"agenda_day" text,
	"talked_at" bigint,
	"ending" text
);

--> statement-breakpoint
CREATE TABLE "day_ticks" (
	"shop_id" text NOT NULL,
	"person_id" text NOT NULL,
	"day" text NOT NULL,
	"step" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "day_ticks_shop_id_person_id_day_step_pk" PRIMARY KEY("shop_id","person_id","day","step")
);

--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"day" text NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"given_at" bigint,
	"given_by" text,
	"to_day" text,
	"to_side" text,
	"due_at" bigint,
	"taken_at" bigint
);

--> statement-breakpoint
CREATE TABLE "handover_items" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"key" text,
	"urgency" text NOT NULL,
	"summary" jsonb NOT NULL,
	"todo" jsonb,
	"due_at" bigint,
	"owner_id" text,
	"if_then" text,
	"href" text,
	"order_id" text,
	"buyer" text,
	"search" text NOT NULL,
	"writer_id" text,
	"writer" text NOT NULL,
	"born_at" bigint NOT NULL,
	"born_day" text NOT NULL,
	"born_side" text NOT NULL,
	"state" text NOT NULL,
	"settled_at" bigint,
	"settled_by" text,
	"ending" jsonb,
	"left_out_why" text
);

--> statement-breakpoint
CREATE TABLE "handover_lines" (
	"handover_id" text NOT NULL,
	"item_id" text NOT NULL,
	"place" integer NOT NULL,
	"given" jsonb,
	"acknowledged_at" bigint,
	"acknowledged_by" text,
	CONSTRAINT "handover_lines_handover_id_item_id_pk" PRIMARY KEY("handover_id","item_id")
);

--> statement-breakpoint
CREATE TABLE "handover_talk" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"item_id" text NOT NULL,
	"handover_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"author_id" text NOT NULL,
	"author" text NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "handover_signatures" (
	"handover_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "handover_signatures_handover_id_person_id_role_pk" PRIMARY KEY("handover_id","person_id","role")
);

--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key" ON "messages" USING btree ("person_id","key");
--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("person_id","at") WHERE "messages"."delivered_at" is null;
--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("person_id","delivered_at") WHERE "messages"."read_at" is null and "messages"."digest_id" is null;
--> statement-breakpoint
CREATE INDEX "messages_digest" ON "messages" USING btree ("digest_id");
--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("person_id","at");
--> statement-breakpoint
CREATE INDEX "notices_shop" ON "notices" USING btree ("shop_id","expires_on");
--> statement-breakpoint
CREATE INDEX "roster_person" ON "roster" USING btree ("person_id","day");
--> statement-breakpoint
CREATE INDEX "swaps_open" ON "swaps" USING btree ("shop_id") WHERE "swaps"."state" = 'asked';
--> statement-breakpoint
CREATE INDEX "swaps_shop" ON "swaps" USING btree ("shop_id","asked_at");
--> statement-breakpoint
CREATE INDEX "followups_due" ON "followups" USING btree ("shop_id","next_at") WHERE "followups"."state" = 'open';
--> statement-breakpoint
CREATE UNIQUE INDEX "followups_order" ON "followups" USING btree ("order_id","kind") WHERE "followups"."order_id" is not null;
--> statement-breakpoint
CREATE INDEX "followups_buyer" ON "followups" USING btree ("shop_id","buyer");
--> statement-breakpoint
CREATE INDEX "followups_shop" ON "followups" USING btree ("shop_id","opened_at");
--> statement-breakpoint
CREATE INDEX "contacts_followup" ON "contacts" USING btree ("followup_id");
--> statement-breakpoint
CREATE INDEX "contacts_person" ON "contacts" USING btree ("by_id","at");
--> statement-breakpoint
CREATE INDEX "campaigns_shop" ON "campaigns" USING btree ("shop_id","ends_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_day" ON "meetings" USING btree ("shop_id","day","kind");
--> statement-breakpoint
CREATE INDEX "meeting_points_meeting" ON "meeting_points" USING btree ("meeting_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_points_key" ON "meeting_points" USING btree ("meeting_id","key") WHERE "meeting_points"."key" is not null;
--> statement-breakpoint
CREATE INDEX "attendance_person" ON "attendance" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("meeting_id");
--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("shop_id","due_at") WHERE "tasks"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "tasks_owner" ON "tasks" USING btree ("owner_id","due_at");
--> statement-breakpoint
CREATE INDEX "tasks_meeting" ON "tasks" USING btree ("meeting_id");
--> statement-breakpoint
CREATE INDEX "notebook_author" ON "notebook" USING btree ("author_id","at");
--> statement-breakpoint
CREATE INDEX "notebook_agenda" ON "notebook" USING btree ("shop_id","agenda_day");
--> statement-breakpoint
CREATE UNIQUE INDEX "handovers_shift" ON "handovers" USING btree ("shop_id","day","side");
--> statement-breakpoint
CREATE INDEX "handovers_waiting" ON "handovers" USING btree ("shop_id","due_at") WHERE "handovers"."state" = 'given';
--> statement-breakpoint
CREATE UNIQUE INDEX "handover_items_key" ON "handover_items" USING btree ("shop_id","key") WHERE "handover_items"."state" = 'open' and "handover_items"."key" is not null;
--> statement-breakpoint
CREATE INDEX "handover_items_open" ON "handover_items" USING btree ("shop_id") WHERE "handover_items"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "handover_items_order" ON "handover_items" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "handover_items_shop" ON "handover_items" USING btree ("shop_id","born_at");
--> statement-breakpoint
CREATE INDEX "handover_lines_item" ON "handover_lines" USING btree ("item_id");
--> statement-breakpoint
CREATE INDEX "handover_talk_item" ON "handover_talk" USING btree ("item_id");
