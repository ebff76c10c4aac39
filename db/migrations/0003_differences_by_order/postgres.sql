CREATE INDEX "differences_order" ON "differences" USING btree ("order_id");
