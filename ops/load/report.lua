-- For wrk: every request is a new report. Arguments: the bearer token, the body; and for reports from one post after another a file with
-- a post's id on each line, and the path with %s for the post.
local prefix, count, posts, path = "", 0, {}, nil

function init(args)
  local random = io.open("/dev/urandom", "rb")
  local bytes = random:read(8)
  random:close()
  local hex = bytes:gsub(".", function(c) return string.format("%02x", c:byte()) end)
  prefix = hex:sub(1, 8) .. "-" .. hex:sub(9, 12) .. "-4" .. hex:sub(13, 15) .. "-8000-"
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = args[2]
  if args[3] then
    for line in io.lines(args[3]) do posts[#posts + 1] = line end
    path = args[4]
  end
end

function request()
  count = count + 1
  wrk.headers["Idempotency-Key"] = prefix .. string.format("%012x", count)
  return wrk.format("POST", path and string.format(path, posts[count % #posts + 1]))
end
