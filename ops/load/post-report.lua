-- For wrk: every request is a post's report that there is nothing to report, from one post after another.
-- Arguments: the bearer token, the body, a file with a post's id on each line, the path with %s for the post.
local prefix, count, posts, path = "", 0, {}, ""

function init(args)
  local random = io.open("/dev/urandom", "rb")
  local bytes = random:read(8)
  random:close()
  local hex = bytes:gsub(".", function(c) return string.format("%02x", c:byte()) end)
  prefix = hex:sub(1, 8) .. "-" .. hex:sub(9, 12) .. "-4" .. hex:sub(13, 15) .. "-8000-"
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = args[2]
  for line in io.lines(args[3]) do posts[#posts + 1] = line end
  path = args[4]
end

function request()
  count = count + 1
  wrk.headers["Idempotency-Key"] = prefix .. string.format("%012x", count)
  return wrk.format("POST", string.format(path, posts[count % #posts + 1]))
end
