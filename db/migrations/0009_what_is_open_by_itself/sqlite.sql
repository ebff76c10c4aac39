DROP INDEX `swaps_open`;
--> statement-breakpoint
CREATE INDEX `swaps_open` ON `swaps` (`shop_id`,`asked_at`) WHERE "swaps"."state" = 'asked';
--> statement-breakpoint
DROP INDEX `notebook_agenda`;
--> statement-breakpoint
CREATE INDEX `notebook_shop` ON `notebook` (`shop_id`,`at`);
--> statement-breakpoint
CREATE INDEX `notebook_agenda` ON `notebook` (`shop_id`,`agenda_day`) WHERE "notebook"."talked_at" is null;
--> statement-breakpoint
DROP INDEX `handover_items_open`;
--> statement-breakpoint
CREATE INDEX `handover_items_open` ON `handover_items` (`shop_id`,`born_at`) WHERE "handover_items"."state" = 'open';
--> statement-breakpoint
CREATE INDEX `followups_ended` ON `followups` (`shop_id`,`ended_at`) WHERE "followups"."ended_at" is not null;
--> statement-breakpoint
CREATE INDEX `tasks_ended` ON `tasks` (`shop_id`,`ended_at`) WHERE "tasks"."ended_at" is not null;
