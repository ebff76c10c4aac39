CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`channel` text NOT NULL,
	`about` text NOT NULL,
	`address` text NOT NULL,
	`role` text NOT NULL,
	`message_id` text NOT NULL,
	`subject` text NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer NOT NULL,
	`leased_until` integer,
	`said` text,
	`at` integer NOT NULL,
	`sent_at` integer,
	`changed_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message` ON `outbox` (`message_id`);
--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`next_at`) WHERE "outbox"."state" = 'pending';
--> statement-breakpoint
CREATE INDEX `outbox_shop` ON `outbox` (`shop_id`,`state`,`at`);
--> statement-breakpoint
CREATE INDEX `outbox_about` ON `outbox` (`about`);
