-- A login succeeded: the user's count is forgotten, the try is taken back from the address.
-- KEYS: the user's count, the address's count.
redis.call('DEL', KEYS[1])
if tonumber(redis.call('GET', KEYS[2]) or '0') > 0 then
  redis.call('DECR', KEYS[2])
end
return 0
