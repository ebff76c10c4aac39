DROP INDEX "swaps_open";
--> statement-breakpoint
DROP INDEX "notebook_agenda";
--> statement-breakpoint
DROP INDEX "handover_items_open";
--> statement-breakpoint
CREATE INDEX "followups_ended" ON "followups" USING btree ("shop_id","ended_at") WHERE "followups"."ended_at" is not null;
--> statement-breakpoint
CREATE INDEX "tasks_ended" ON "tasks" USING btree ("shop_id","ended_at") WHERE "tasks"."ended_at" is not null;
--> statement-breakpoint
CREATE INDEX "notebook_shop" ON "notebook" USING btree ("shop_id","at");
--> statement-breakpoint
CREATE INDEX "swaps_open" ON "swaps" USING btree ("shop_id","asked_at") WHERE "swaps"."state" = 'asked';
--> statement-breakpoint
CREATE INDEX "notebook_agenda" ON "notebook" USING btree ("shop_id","agenda_day") WHERE "notebook"."talked_at" is null;
--> statement-breakpoint
CREATE INDEX "handover_items_open" ON "handover_items" USING btree ("shop_id","born_at") WHERE "handover_items"."state" = 'open';
