-- Counts one try at a login. Each count lives for a window from its first try on.
-- KEYS: the user's count, the address's count. ARGV: most per user, most per address, window in ms.
-- Returns 0 when the try may go on, else the milliseconds until the next is looked at.
local wait = 0
for i = 1, 2 do
  local count = redis.call('INCR', KEYS[i])
  if count == 1 then
    redis.call('PEXPIRE', KEYS[i], ARGV[3])
  end
  if count > tonumber(ARGV[i]) then
    wait = math.max(wait, redis.call('PTTL', KEYS[i]), 1)
  end
end
return wait
