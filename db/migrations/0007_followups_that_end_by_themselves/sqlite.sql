ALTER TABLE `followups` ADD `ended_by_order` text;
--> statement-breakpoint
ALTER TABLE `followups` ADD `watched_from` integer;
