CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"person_id" text NOT NULL,
	"day" text NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_at" bigint NOT NULL,
	"filed_at" bigint,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "report_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"report_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"filed_at" bigint NOT NULL,
	"filed_by" text,
	"why" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "chat_figures" (
	"shop_id" text NOT NULL,
	"person_id" text NOT NULL,
	"day" text NOT NULL,
	"enquiries" integer,
	"first_response" integer,
	"average_response" integer,
	"orders" integer,
	"amount" bigint,
	"imported_at" bigint NOT NULL,
	CONSTRAINT "chat_figures_shop_id_person_id_day_pk" PRIMARY KEY("shop_id","person_id","day")
);

--> statement-breakpoint
CREATE TABLE "report_routes" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"to" jsonb NOT NULL,
	"cc" jsonb NOT NULL,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "robots" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sealed_url" text NOT NULL,
	"sealed_secret" text,
	"on" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"changed_at" bigint NOT NULL,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE TABLE "robot_topics" (
	"shop_id" text NOT NULL,
	"robot_id" text NOT NULL,
	"topic" text NOT NULL,
	"least" text NOT NULL,
	CONSTRAINT "robot_topics_robot_id_topic_pk" PRIMARY KEY("robot_id","topic")
);

--> statement-breakpoint
CREATE UNIQUE INDEX "reports_owed" ON "reports" USING btree ("shop_id","person_id","day","side");
--> statement-breakpoint
CREATE INDEX "reports_day" ON "reports" USING btree ("shop_id","day");
--> statement-breakpoint
CREATE UNIQUE INDEX "report_versions_once" ON "report_versions" USING btree ("report_id","version");
--> statement-breakpoint
CREATE INDEX "robots_shop" ON "robots" USING btree ("shop_id");
--> statement-breakpoint
CREATE INDEX "robot_topics_shop" ON "robot_topics" USING btree ("shop_id","topic");
