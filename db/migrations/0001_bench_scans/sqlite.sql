ALTER TABLE `shipments` ADD `aside_at` integer;
--> statement-breakpoint
ALTER TABLE `shipments` ADD `aside_by` text;
--> statement-breakpoint
ALTER TABLE `scans` ADD `did` text DEFAULT 'nothing' NOT NULL;
--> statement-breakpoint
ALTER TABLE `scans` ADD `order_id` text;
--> statement-breakpoint
ALTER TABLE `scans` ADD `before` text;
--> statement-breakpoint
ALTER TABLE `scans` ADD `undone_at` integer;
--> statement-breakpoint
CREATE INDEX `order_items_line` ON `order_items` (`shop_id`,`oid`);
