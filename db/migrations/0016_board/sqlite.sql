CREATE TABLE `board_layouts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`order` text NOT NULL,
	`folded` text NOT NULL,
	`changed_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `walls` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `walls_token` ON `walls` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `walls_shop` ON `walls` (`shop_id`);
