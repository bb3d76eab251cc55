# 督办助手的 Windows 服务脚本：登记一个开机即运行、退出后自动再启动的计划任务，只用系统自带的功能，不用联网下载任何东西。
# 【没有在 Windows 上试运行过】第一次用请照下面的步骤走一遍，并重启一次电脑，确认它自己起来了。
#
# 准备：
#   1. 装好 Node 20.19 以上（https://nodejs.org，内网可用离线安装包）。
#   2. 把发布包解压到 C:\duban，改好 C:\duban\config\production.yaml。
#   3. 密钥写进 C:\duban\secrets.env，一行一个：名字=值（与 YAML 里的 ${名字} 相同）。
# 用法（以管理员身份打开 PowerShell）：
#   powershell -ExecutionPolicy Bypass -File C:\duban\config\service\duban-windows.ps1 install
#   … start     启动        … stop      停止
#   … status    看状态      … uninstall 删除任务（程序和台账都留着）
# 日志在 C:\duban\logs：每次启动一个文件（名字是启动的时间），留最近 30 次。
#
# 停止：Windows 没有 SIGTERM，stop 会直接结束进程。已经回答过的消息不会丢（每条都先写盘再回答），下次启动会接着发没发完的。
param(
  [Parameter(Mandatory = $true)][ValidateSet('install', 'uninstall', 'start', 'stop', 'status', 'run')]
  [string]$Action
)

$ErrorActionPreference = 'Stop'
$TaskName = 'duban'
$Root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$Main = Join-Path $Root 'dist\cli\duban.js'
$Secrets = Join-Path $Root 'secrets.env'
$Data = Join-Path $Root 'data'
$Logs = Join-Path $Root 'logs'
# 系统自带的低权限账户，不用设密码。
$Account = 'NT AUTHORITY\LocalService'
$LocalServiceSid = '*S-1-5-19'
$AdministratorsSid = '*S-1-5-32-544'
$SystemSid = '*S-1-5-18'

function Invoke-Icacls([string[]]$Words) {
  & icacls.exe @Words | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "权限没有设成：icacls $($Words -join ' ')" }
}

# 程序文件夹里的东西服务账户只能读；只有 data 和 logs 能写；密钥除管理员外只有它能读。
function Set-Rights {
  New-Item -ItemType Directory -Force -Path $Data, $Logs | Out-Null
  Invoke-Icacls @($Root, '/grant', "${LocalServiceSid}:(OI)(CI)RX")
  Invoke-Icacls @($Data, '/inheritance:r', '/grant:r', "${AdministratorsSid}:(OI)(CI)F", "${SystemSid}:(OI)(CI)F", "${LocalServiceSid}:(OI)(CI)M")
  Invoke-Icacls @($Logs, '/inheritance:r', '/grant:r', "${AdministratorsSid}:(OI)(CI)F", "${SystemSid}:(OI)(CI)F", "${LocalServiceSid}:(OI)(CI)M")
  if (Test-Path $Secrets) {
    Invoke-Icacls @($Secrets, '/inheritance:r', '/grant:r', "${AdministratorsSid}:F", "${SystemSid}:F", "${LocalServiceSid}:R")
  }
}

# 一行一个 名字=值；空行和 # 开头的行跳过；值两头的引号去掉。
function Import-Secrets {
  if (-not (Test-Path $Secrets)) { return }
  foreach ($Line in Get-Content -Encoding UTF8 $Secrets) {
    if ($Line -notmatch '^\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$') { continue }
    [Environment]::SetEnvironmentVariable($Matches[1], $Matches[2].Trim('"'), 'Process')
  }
}

function Get-Node {
  $Node = Get-Command node.exe -ErrorAction SilentlyContinue
  if (-not $Node) { throw '没有找到 node.exe：请先安装 Node 20.19 以上，并让所有用户都能用（装在 C:\Program Files\nodejs）。' }
  return $Node.Source
}

function Install-Duban {
  $Node = Get-Node
  Set-Rights
  # 先检查：配置有错就说清楚，不登记。
  Push-Location $Root
  try {
    Import-Secrets
    $env:DUBAN_CONFIG = Join-Path $Root 'config\production.yaml'
    & $Node $Main check
    if ($LASTEXITCODE -ne 0) { throw '配置还有错（见上面），改好后再运行一次 install。' }
  } finally { Pop-Location }
  $Script = Join-Path $PSScriptRoot 'duban-windows.ps1'
  $Words = "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File `"$Script`" run"
  $Run = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $Words -WorkingDirectory $Root
  $AtStart = New-ScheduledTaskTrigger -AtStartup
  $As = New-ScheduledTaskPrincipal -UserId $Account -LogonType ServiceAccount -RunLevel Limited
  # 默认三天就会被结束，也不在用电池时运行：都要改掉。
  $How = New-ScheduledTaskSettingsSet -ExecutionTimeLimit ([TimeSpan]::Zero) -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
    -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable -MultipleInstances IgnoreNew
  Register-ScheduledTask -TaskName $TaskName -Action $Run -Trigger $AtStart -Principal $As -Settings $How -Force | Out-Null
  Start-ScheduledTask -TaskName $TaskName
  Write-Host "已登记并启动。日志：$Logs"
}

# 任务运行的就是这一步：程序退出后等五秒再启动，任务结束时一起结束。
function Invoke-Duban {
  $Node = Get-Node
  Import-Secrets
  $env:DUBAN_CONFIG = Join-Path $Root 'config\production.yaml'
  $env:NODE_ENV = 'production'
  Set-Location $Root
  while ($true) {
    Get-ChildItem $Logs -Filter 'duban-*' | Sort-Object Name -Descending | Select-Object -Skip 60 | Remove-Item -ErrorAction SilentlyContinue
    $Log = Join-Path $Logs ('duban-{0:yyyyMMdd-HHmmss}' -f (Get-Date))
    # 不用 >>：PowerShell 5 自己转存会改成 UTF-16。
    Start-Process -FilePath $Node -ArgumentList "`"$Main`" start" -WorkingDirectory $Root -NoNewWindow -Wait `
      -RedirectStandardOutput "$Log.log" -RedirectStandardError "$Log.err.log"
    Start-Sleep -Seconds 5
  }
}

# 结束任务只结束 PowerShell；它启动的 node 还占着台账和端口，按程序的完整路径认出来一起结束。
function Stop-Duban {
  Stop-ScheduledTask -TaskName $TaskName
  Get-CimInstance Win32_Process -Filter "Name = 'node.exe'" |
    Where-Object { $_.CommandLine -and $_.CommandLine.Contains($Main) } |
    ForEach-Object { Stop-Process -Id $_.ProcessId -Force -ErrorAction SilentlyContinue }
}

switch ($Action) {
  'install' { Install-Duban }
  'run' { Invoke-Duban }
  'start' { Start-ScheduledTask -TaskName $TaskName }
  'stop' { Stop-Duban }
  'status' { Get-ScheduledTask -TaskName $TaskName | Get-ScheduledTaskInfo | Format-List TaskName, LastRunTime, LastTaskResult; (Get-ScheduledTask -TaskName $TaskName).State }
  'uninstall' { Stop-Duban; Unregister-ScheduledTask -TaskName $TaskName -Confirm:$false }
}
