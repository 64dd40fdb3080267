-- For wrk: every request is a new report. Arguments: the bearer token, the body.
local prefix, count = "", 0

function init(args)
  local random = io.open("/dev/urandom", "rb")
  local bytes = random:read(8)
  random:close()
  local hex = bytes:gsub(".", function(c) return string.format("%02x", c:byte()) end)
  prefix = hex:sub(1, 8) .. "-" .. hex:sub(9, 12) .. "-4" .. hex:sub(13, 15) .. "-8000-"
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = args[2]
end

function request()
  count = count + 1
  wrk.headers["Idempotency-Key"] = prefix .. string.format("%012x", count)
  return wrk.format("POST")
end
