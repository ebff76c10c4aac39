CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`side` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`draft` text NOT NULL,
	`draft_at` integer NOT NULL,
	`filed_at` integer,
	`changed_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reports_owed` ON `reports` (`shop_id`,`person_id`,`day`,`side`);
--> statement-breakpoint
CREATE INDEX `reports_day` ON `reports` (`shop_id`,`day`);
--> statement-breakpoint
CREATE TABLE `report_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`report_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`filed_at` integer NOT NULL,
	`filed_by` text,
	`why` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `report_versions_once` ON `report_versions` (`report_id`,`version`);
--> statement-breakpoint
CREATE TABLE `chat_figures` (
	`shop_id` text NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`enquiries` integer,
	`first_response` integer,
	`average_response` integer,
	`orders` integer,
	`amount` integer,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `person_id`, `day`)
);

--> statement-breakpoint
CREATE TABLE `report_routes` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`cc` text NOT NULL,
	`changed_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `robots` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`sealed_url` text NOT NULL,
	`sealed_secret` text,
	`on` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`changed_at` integer NOT NULL,
	`ended_at` integer
);

--> statement-breakpoint
CREATE INDEX `robots_shop` ON `robots` (`shop_id`);
--> statement-breakpoint
CREATE TABLE `robot_topics` (
	`shop_id` text NOT NULL,
	`robot_id` text NOT NULL,
	`topic` text NOT NULL,
	`least` text NOT NULL,
	PRIMARY KEY(`robot_id`, `topic`)
);

--> statement-breakpoint
CREATE INDEX `robot_topics_shop` ON `robot_topics` (`shop_id`,`topic`);
