---@brief
---
--- Dateline reads a folder of news articles as an editor reads code: who is who, what happened
--- when, and which dates cannot be right.
---
--- Put the `dateline` program on the `PATH`, then:
---
--- ```lua
--- vim.lsp.enable('dateline')
--- ```
---
--- The articles belong together when they lie below a folder with a `dateline.toml` or, failing
--- that, a `.git`; without either, the folder of the opened article is read. A file that lies
--- directly in the home folder is read alone.

--- The folder to read for a file, or nil to read the file alone.
---@param file string
---@return string?
local function articles_folder(file)
  local folder = vim.fs.root(file, 'dateline.toml') or vim.fs.root(file, '.git') or vim.fs.dirname(file)
  local whole_machine = { [vim.fs.normalize('~')] = true, ['/'] = true, [vim.uv.os_tmpdir()] = true }
  return not whole_machine[folder] and folder or nil
end

---@type vim.lsp.Config
return {
  cmd = { 'dateline', 'lsp', '--stdio' },
  filetypes = { 'text', 'markdown', 'html' },
  root_dir = function(buffer, on_dir)
    local file = vim.api.nvim_buf_get_name(buffer)
    -- A buffer without a file, or one that stands for something else (`fugitive://`), is no article.
    if file ~= '' and not file:find('^%a[%w+.-]+://') then
      on_dir(articles_folder(file))
    end
  end,
}
