CREATE INDEX `gifts_prizes` ON `gifts` (`shop_id`,`packed_at`) WHERE "gifts"."kind" = 'prize';
--> statement-breakpoint
CREATE INDEX `claims_gift` ON `claims` (`gift_id`) WHERE "claims"."gift_id" is not null;
