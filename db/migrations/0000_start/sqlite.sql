CREATE TABLE `activity` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`shop_id` text,
	`actor_id` text,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text,
	`why` text,
	`deed` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `activity_shop` ON `activity` (`shop_id`,`seq`);
--> statement-breakpoint
CREATE INDEX `activity_subject` ON `activity` (`subject`,`seq`);
--> statement-breakpoint
CREATE INDEX `activity_deed` ON `activity` (`deed`);
--> statement-breakpoint
CREATE TABLE `due_runs` (
	`job` text NOT NULL,
	`key` text NOT NULL,
	`planned_at` integer NOT NULL,
	`ran_at` integer NOT NULL,
	`node` text NOT NULL,
	PRIMARY KEY(`job`, `key`, `planned_at`)
);

--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`handle_key` text NOT NULL,
	`name` text,
	`staff_number` text,
	`email` text,
	`roles` text NOT NULL,
	`hue` integer NOT NULL,
	`language` text,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `people_handle` ON `people` (`handle_key`);
--> statement-breakpoint
CREATE TABLE `person_shops` (
	`person_id` text NOT NULL,
	`shop_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `shop_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `person_shops_shop` ON `person_shops` (`shop_id`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`station_id` text,
	`shop_id` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`locked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);
--> statement-breakpoint
CREATE TABLE `station_people` (
	`station_id` text NOT NULL,
	`person_id` text NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`station_id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `invites` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`made_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	`blocked_until` integer DEFAULT 0 NOT NULL
);

--> statement-breakpoint
CREATE TABLE `shops` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`platform` text NOT NULL,
	`time_zone` text NOT NULL,
	`cutoff` text NOT NULL,
	`rest_days` text NOT NULL,
	`keeps_holidays` integer NOT NULL,
	`shifts` text NOT NULL,
	`flags` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `shops_code` ON `shops` (`code`);
--> statement-breakpoint
CREATE TABLE `shop_days` (
	`shop_id` text NOT NULL,
	`day` text NOT NULL,
	`works` integer,
	`cutoff` text,
	`why` text NOT NULL,
	PRIMARY KEY(`shop_id`, `day`),
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `holiday_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`papers` text NOT NULL,
	`days` text NOT NULL,
	`loaded_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`tid` text NOT NULL,
	`tid_reversed` text NOT NULL,
	`state` text NOT NULL,
	`platform_status` text NOT NULL,
	`refund` text NOT NULL,
	`flag` text NOT NULL,
	`meaning` text NOT NULL,
	`buyer` text NOT NULL,
	`receiver` text NOT NULL,
	`phone` text NOT NULL,
	`region` text NOT NULL,
	`address` text NOT NULL,
	`buyer_note` text NOT NULL,
	`memo` text NOT NULL,
	`summary` text NOT NULL,
	`quantity` integer NOT NULL,
	`amount` integer NOT NULL,
	`placed_at` integer,
	`paid_at` integer,
	`ship_by` integer,
	`shipped_at` integer,
	`waybill` text,
	`carrier` text,
	`urgent` integer NOT NULL,
	`search` text NOT NULL,
	`open` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `orders_tid` ON `orders` (`shop_id`,`tid`);
--> statement-breakpoint
CREATE INDEX `orders_tail` ON `orders` (`shop_id`,`tid_reversed`);
--> statement-breakpoint
CREATE INDEX `orders_buyer` ON `orders` (`shop_id`,`buyer`);
--> statement-breakpoint
CREATE INDEX `orders_waybill` ON `orders` (`shop_id`,`waybill`) WHERE "orders"."waybill" is not null;
--> statement-breakpoint
CREATE INDEX `orders_open` ON `orders` (`shop_id`,`paid_at`,`id`) WHERE "orders"."open";
--> statement-breakpoint
CREATE TABLE `order_items` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`oid` text NOT NULL,
	`title` text NOT NULL,
	`variant` text NOT NULL,
	`code` text NOT NULL,
	`quantity` integer,
	`price` integer,
	`refund` text NOT NULL,
	`service` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `order_items_oid` ON `order_items` (`order_id`,`oid`);
--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`for_packing` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `remarks_order` ON `remarks` (`order_id`);
--> statement-breakpoint
CREATE TABLE `gifts` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`what` text NOT NULL,
	`quantity` integer NOT NULL,
	`promised_by` text NOT NULL,
	`promised_at` integer NOT NULL,
	`remark_id` text,
	`packed_at` integer,
	`packed_by` text,
	`left_out_why` text,
	`withdrawn_at` integer
);

--> statement-breakpoint
CREATE INDEX `gifts_order` ON `gifts` (`order_id`);
--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`owner_id` text,
	`owner_shift` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text,
	`postponed` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `holds_open` ON `holds` (`order_id`) WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX `holds_due` ON `holds` (`shop_id`,`due_on`) WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX `holds_order` ON `holds` (`order_id`);
--> statement-breakpoint
CREATE TABLE `differences` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`import_id` text,
	`field` text NOT NULL,
	`board` text NOT NULL,
	`file` text NOT NULL,
	`state` text NOT NULL,
	`seen_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `differences_open` ON `differences` (`order_id`,`field`) WHERE "differences"."state" = 'open';
--> statement-breakpoint
CREATE INDEX `differences_shop` ON `differences` (`shop_id`,`seen_at`) WHERE "differences"."state" = 'open';
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`by_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`counts` text,
	`problem` text,
	`moved_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `imports_shop` ON `imports` (`shop_id`,`at`);
--> statement-breakpoint
CREATE TABLE `import_chunks` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`orders` text NOT NULL,
	PRIMARY KEY(`import_id`, `n`)
);

--> statement-breakpoint
CREATE TABLE `import_rejects` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`)
);

--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`day` text NOT NULL,
	`cutoff_at` integer NOT NULL,
	`frozen_at` integer NOT NULL,
	`late_by_seconds` integer NOT NULL,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `batches_day` ON `batches` (`shop_id`,`day`);
--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`order_id` text NOT NULL,
	`stage` text NOT NULL,
	`urgent` integer NOT NULL,
	`added_in_version` integer NOT NULL,
	`added_by` text,
	`added_why` text,
	`printed_at` integer,
	`packed_at` integer,
	`packed_by` text,
	`handed_at` integer,
	`handed_by` text,
	`carrier` text,
	`waybill` text,
	`stop_asked_at` integer,
	`stop_asked_by` text,
	`stop_why` text,
	`stop_in_version` integer,
	`stop_answer` text,
	`stop_answered_at` integer,
	`stop_answered_by` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_order_batch` ON `shipments` (`batch_id`,`order_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_once` ON `shipments` (`order_id`) WHERE "shipments"."stage" <> 'stopped';
--> statement-breakpoint
CREATE INDEX `shipments_waybill` ON `shipments` (`shop_id`,`waybill`) WHERE "shipments"."waybill" is not null;
--> statement-breakpoint
CREATE INDEX `shipments_stops` ON `shipments` (`shop_id`) WHERE "shipments"."stop_asked_at" is not null and "shipments"."stop_answer" is null;
--> statement-breakpoint
CREATE TABLE `left_behind` (
	`batch_id` text NOT NULL,
	`order_id` text NOT NULL,
	`shop_id` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`batch_id`, `order_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `prints` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`sheet` text NOT NULL,
	`version` integer NOT NULL,
	`nth` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`by` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `prints_batch` ON `prints` (`batch_id`,`sheet`);
--> statement-breakpoint
CREATE TABLE `scans` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`code` text NOT NULL,
	`answer` text NOT NULL,
	`shipment_id` text
);

--> statement-breakpoint
CREATE INDEX `scans_person` ON `scans` (`person_id`,`at`);
--> statement-breakpoint
create trigger activity_keeps_updates_out before update on activity begin select raise(abort, 'the activity log is append-only'); end;
--> statement-breakpoint
create trigger activity_keeps_deletes_out before delete on activity begin select raise(abort, 'the activity log is append-only'); end;
