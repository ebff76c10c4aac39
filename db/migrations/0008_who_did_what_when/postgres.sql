CREATE INDEX "activity_actor" ON "activity" USING btree ("actor_id","at") WHERE "activity"."actor_id" is not null;
