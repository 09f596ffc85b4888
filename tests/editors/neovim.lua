-- What an analyst does in Neovim, done in a real one with the keys that editors/neovim/README.md
-- names and with the very file that users install.
--
--   nvim --headless --clean -l neovim.lua EDITORS_NEOVIM ARTICLES
--
-- EDITORS_NEOVIM is the folder with lsp/dateline.lua, ARTICLES a copy of seeds/; `dateline` must be
-- on the PATH. Prints TAP lines and "N passed, N failed"; exit status 1 if any check failed.
-- Every wait polls; nothing depends on where in an article a name stands.

local shipped, folder = _G.arg[1], vim.uv.fs_realpath(_G.arg[2])
local brief = folder .. '/brief.md'
local START = 15000 -- ms for the server to start
local PATIENCE = tonumber(os.getenv('DATELINE_PATIENCE')) or 10000 -- ms for all else; what passes takes a few

local count, failed, began = 0, 0, vim.uv.hrtime()

local function say(line)
  io.stdout:write(line, '\n') -- Neovim's own print goes to standard error under -l
end

local function finish()
  say(('1..%d'):format(count))
  say(('%d passed, %d failed'):format(count - failed, failed))
  os.exit(failed == 0 and 0 or 1)
end

local function check(holds, what, got)
  count = count + 1
  failed = failed + (holds and 0 or 1)
  local ms = (vim.uv.hrtime() - began) / 1e6
  say(('%s %d - %s # %.0f ms'):format(holds and 'ok' or 'not ok', count, what, ms))
  if not holds then
    say('# got ' .. vim.inspect(got):gsub('\n', '\n# '))
  end
  return holds
end

-- Waits until `holds()` is true; `got()` says what was there instead.
local function eventually(what, holds, got, patience)
  -- Not `vim.wait(patience, holds)`: it counts whole milliseconds a turn, so a check whose own request
  -- is answered in less would be asked for ever.
  local deadline = vim.uv.hrtime() + (patience or PATIENCE) * 1e6
  local held = holds()
  while not held and vim.uv.hrtime() < deadline do
    vim.wait(5, function() return false end)
    held = holds()
  end
  return check(held, what, got and got() or 'nothing in time')
end

local function keys(typed)
  vim.api.nvim_feedkeys(vim.keycode(typed), 'mx', false)
end

local LETTERS = {
  ['á'] = 'a', ['â'] = 'a', ['ç'] = 'c', ['é'] = 'e', ['è'] = 'e', ['ğ'] = 'g', ['ı'] = 'i', ['í'] = 'i',
  ['ö'] = 'o', ['ó'] = 'o', ['ş'] = 's', ['š'] = 's', ['ü'] = 'u', ['ú'] = 'u', ['ć'] = 'c', ['č'] = 'c',
}

-- Lower case without accents, also where the accent is a character of its own (U+0300 to U+036F).
local function fold(text)
  local letters = vim.fn.tolower(text):gsub('[%z\1-\127\194-\244][\128-\191]*', LETTERS)
  return (letters:gsub('\204[\128-\191]', ''):gsub('\205[\128-\175]', ''))
end

-- The people whom several seeds name in several spellings: the family name, folded, and how to find it.
local PEOPLE = {
  { name = 'lavrov', pattern = [[\CLavrov]] },
  { name = 'erdogan', pattern = [[\CErdo[gğ]an]] },
  { name = 'onal', pattern = [[\C[OÖ]nal]] },
}

local function put_cursor(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  return vim.fn.search(pattern, 'cW') > 0
end

local function name_of(buffer)
  return vim.uv.fs_realpath(vim.api.nvim_buf_get_name(buffer or 0)) or vim.api.nvim_buf_get_name(buffer or 0)
end

local function line()
  return vim.api.nvim_get_current_line()
end

local function codes(buffer, first_line)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.lnum >= (first_line or 0) then
      table.insert(found, diagnostic.code)
    end
  end
  return found
end

local function float_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function seeds_that_say(pattern)
  local found = {}
  for name in vim.fs.dir(folder) do
    local file = io.open(folder .. '/' .. name)
    local text = file and file:read('*a')
    if text and vim.fn.match(text, pattern) >= 0 then
      table.insert(found, name)
    end
  end
  return found
end

-- The user's configuration, as editors/neovim/README.md gives it.
vim.opt.runtimepath:append(shipped)
vim.cmd('filetype plugin on') -- on by default; -l leaves it off
local ended
vim.lsp.config('dateline', {
  on_exit = function(code, signal)
    ended = { code = code, signal = signal }
  end,
})
vim.lsp.enable('dateline')

-- Open the draft.
vim.cmd.edit(vim.fn.fnameescape(brief))
local draft = vim.api.nvim_get_current_buf()
local client
if
  not eventually('opening an article starts the server', function()
    client = vim.lsp.get_clients({ bufnr = draft, name = 'dateline' })[1]
    return client and client.initialized
  end, nil, START)
then
  finish()
end
check(client.root_dir == folder, 'a folder without markers is read as it is', client.root_dir)
eventually('the mistakes planted in the draft are reported', function()
  local found = codes(draft)
  return vim.list_contains(found, 'weekday-mismatch') and vim.list_contains(found, 'impossible-date')
end, function()
  return vim.diagnostic.get(draft)
end)

local person
for _, candidate in ipairs(PEOPLE) do
  if not person and put_cursor(candidate.pattern) and #seeds_that_say(candidate.pattern) >= 2 then
    person = candidate
  end
end
if not check(person, 'the draft names a person of another article', PEOPLE) then
  finish()
end
put_cursor(person.pattern)

-- Until the server has read the folder it knows this file alone.
eventually('the folder is read', function()
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.context = { includeDeclaration = true }
  local answer = client:request_sync('textDocument/references', params, PATIENCE, draft)
  return vim.iter(answer and answer.result or {}):any(function(location)
    return vim.uri_to_fname(location.uri) ~= brief
  end)
end)

-- K: who is this?
keys('K')
local card = ''
eventually('K opens a card with the name on it', function()
  card = float_text() or ''
  return fold(card):find(person.name, 1, true) ~= nil
end, function()
  return card
end)
check(#vim.split(vim.trim(card), '\n') >= 2, 'the card says more than the name', card)
keys('jk') -- moving the cursor closes it
eventually('moving on closes the card', function()
  vim.api.nvim_exec_autocmds('CursorMoved', { buffer = draft }) -- headless: no main loop that fires it
  return float_text() == nil
end)

-- CTRL-]: the fullest account, in another article.
put_cursor(person.pattern)
keys('<C-]>')
eventually('CTRL-] jumps to another article', function()
  return name_of() ~= brief and vim.startswith(name_of(), folder .. '/')
end, name_of)
local here, column = line(), vim.api.nvim_win_get_cursor(0)[2]
check(
  fold(here:sub(column + 1, column + 60)):find(person.name, 1, true) ~= nil,
  'the cursor stands on the name there',
  { file = name_of(), line = here, column = column }
)
eventually('the other article has the same server', function()
  local clients = vim.lsp.get_clients({ bufnr = 0 })
  return #clients == 1 and clients[1].id == client.id
end, function()
  return vim.lsp.get_clients({ bufnr = 0 })
end)
keys('<C-t>')
check(name_of() == brief and vim.fn.match(line(), person.pattern) >= 0, 'CTRL-T comes back', { name_of(), line() })

-- grr: every mention.
put_cursor(person.pattern)
keys('grr')
local files = {}
eventually('grr lists mentions from more than one article', function()
  files = {}
  for _, entry in ipairs(vim.fn.getqflist()) do
    files[vim.fs.basename(vim.api.nvim_buf_get_name(entry.bufnr))] = true
  end
  return vim.tbl_count(files) >= 2
end, function()
  return files
end)
local strangers = vim.tbl_filter(function(entry)
  return not fold(entry.text:sub(entry.col, entry.col + 60)):find(person.name, 1, true)
end, vim.fn.getqflist())
check(#vim.fn.getqflist() > 0 and #strangers == 0, 'each of them is a mention of that name', strangers)
vim.cmd.cclose()

-- Workspace symbols: without accents, whoever the seeds spell with them.
local function symbols(query)
  local answer = client:request_sync('workspace/symbol', { query = query }, PATIENCE, draft)
  return answer and answer.result or {}
end
local accented = #seeds_that_say([[\CErdoğan]]) > 0 and 'Erdogan' or 'Onal'
local found = symbols(accented)
check(
  vim.iter(found):any(function(symbol)
    local has_accents = symbol.name:find('[\194-\244]') ~= nil
    return has_accents and fold(symbol.name):find(fold(accented), 1, true) ~= nil
  end),
  ('workspace symbols: %q finds the name with its accents'):format(accented),
  found
)
check(#symbols('zzzqx') == 0, 'workspace symbols: nobody is called "zzzqx"', symbols('zzzqx'))

-- gO: the outline, in an article of plain text (in Markdown gO is Neovim's own list of headings).
local plain = vim.tbl_filter(function(name)
  return vim.endswith(name, '.txt')
end, seeds_that_say(person.pattern))[1]
if check(plain, 'an article of plain text names them too', seeds_that_say(person.pattern)) then
  vim.cmd.edit(vim.fn.fnameescape(folder .. '/' .. plain))
  local article = vim.api.nvim_get_current_buf()
  eventually('plain text is served too', function()
    return #vim.lsp.get_clients({ bufnr = article, name = 'dateline' }) == 1
  end)
  keys('gO')
  eventually('gO lists the outline with the name in it', function()
    return vim.iter(vim.fn.getloclist(0)):any(function(entry)
      return fold(entry.text):find(person.name, 1, true) ~= nil
    end)
  end, function()
    return vim.fn.getloclist(0)
  end)
  vim.cmd.lclose()
end

-- Type a mistake, see it reported; mend it, see the report go.
vim.cmd.edit(vim.fn.fnameescape(brief))
check(vim.api.nvim_get_current_buf() == draft, 'back in the draft', name_of())
local before = #vim.diagnostic.get(draft)
keys('Go<CR>They met on Tuesday, February 20, 2020.<Esc>')
local typed = vim.api.nvim_buf_line_count(draft) - 1
eventually('a weekday that does not fit is reported where it was typed', function()
  return vim.deep_equal(codes(draft, typed), { 'weekday-mismatch' })
end, function()
  return vim.diagnostic.get(draft)
end)
local report = vim.diagnostic.get(draft, { lnum = typed })[1] or { message = '' }
check(report.message:find('Thursday') ~= nil, 'the report names the right weekday', report)
check(
  report.col and vim.startswith(line():sub(report.col + 1), 'Tuesday'),
  'the report begins at the wrong word',
  report
)
vim.fn.search([[\CTuesday]], 'bcW')
keys('ciwThursday<Esc>')
eventually('mending the weekday takes the report away', function()
  return #codes(draft, typed) == 0
end, function()
  return vim.diagnostic.get(draft)
end)
check(#vim.diagnostic.get(draft) == before, 'the other reports stay', vim.diagnostic.get(draft))

-- Which folder belongs to which file.
local function root_for(file)
  local answer
  vim.lsp.config.dateline.root_dir(vim.fn.bufadd(file), function(dir)
    answer = dir or 'the file alone'
  end)
  return answer
end
local home = vim.uv.fs_realpath(vim.env.HOME)
local marked = home .. '/marked'
vim.fn.mkdir(marked .. '/a/b', 'p')
vim.fn.writefile({}, marked .. '/dateline.toml')
check(root_for(marked .. '/a/b/c.txt') == marked, 'dateline.toml marks the folder', root_for(marked .. '/a/b/c.txt'))
check(root_for(home .. '/a.txt') == 'the file alone', 'the home folder is not read', root_for(home .. '/a.txt'))
check(root_for('fugitive://a.txt') == nil, 'a buffer that is no file is left alone', root_for('fugitive://a.txt'))

-- The end.
client:stop()
eventually('the server ends by itself, with status 0', function()
  return ended and ended.code == 0 and ended.signal == 0
end, function()
  return ended or 'still running'
end)
finish()
