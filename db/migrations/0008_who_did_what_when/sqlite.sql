CREATE INDEX `activity_actor` ON `activity` (`actor_id`,`at`) WHERE "activity"."actor_id" is not null;
