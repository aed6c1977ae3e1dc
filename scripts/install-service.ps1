#requires -RunAsAdministrator
# Installs newswatch as a Windows service, or takes it away: docs/install.md tells how.
#   scripts\install-service.ps1                 installs artifacts\win-x64\newswatch.exe and starts it
#   scripts\install-service.ps1 -Uninstall      stops and removes it; the data stay
param(
    [string] $Program = "$PSScriptRoot\..\artifacts\win-x64\newswatch.exe",
    [string] $Listen = '127.0.0.1:8420',
    [switch] $Uninstall
)
$ErrorActionPreference = 'Stop'
$name = 'NewsWatch'
$folder = Join-Path $env:ProgramFiles 'NewsWatch'
$data = Join-Path $env:ProgramData 'NewsWatch'

if (Get-Service $name -ErrorAction SilentlyContinue) {
    Stop-Service $name
    sc.exe delete $name | Out-Null
}
if ($Uninstall) {
    Remove-Item $folder -Recurse -ErrorAction SilentlyContinue
    return
}

New-Item $folder, $data -ItemType Directory -Force | Out-Null
Copy-Item $Program (Join-Path $folder 'newswatch.exe') -Force

# The service runs under an account of its own, which may write the data and nothing else.
New-Service $name -DisplayName 'NewsWatch' -Description 'Watches the news for agreements between states.' -StartupType Automatic `
    -BinaryPathName "`"$folder\newswatch.exe`" run --data `"$data`" --listen $Listen" | Out-Null
sc.exe config $name obj= "NT SERVICE\$name" | Out-Null
sc.exe failure $name reset= 86400 actions= restart/15000/restart/60000/restart/300000 | Out-Null
icacls.exe $data /inheritance:r /grant 'Administrators:(OI)(CI)F' "NT SERVICE\${name}:(OI)(CI)M" | Out-Null
# The program unpacks its native library here.
Set-ItemProperty "HKLM:\SYSTEM\CurrentControlSet\Services\$name" Environment -Type MultiString -Value "DOTNET_BUNDLE_EXTRACT_BASE_DIR=$data\native"
Start-Service $name
Get-Service $name
