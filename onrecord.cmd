@echo off
rem Runs Onrecord's command line. Builds what it needs, and only that, the first time and when sources have changed.
setlocal
set "ROOT=%~dp0"
set "APP=%ROOT%cli\target\app"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "STALE=1"
if exist "%APP%\built" (
  powershell -NoProfile -Command "$built = (Get-Item '%APP%\built').LastWriteTimeUtc; $places = 'core','exchange','reading','encoder-onnx','encoder-onnx-large','store','search','exchange-parquet','library','evaluation','server','cli' | ForEach-Object { Join-Path '%ROOT%' $_ }; $newer = @(Get-Item '%ROOT%pom.xml') + @($places | ForEach-Object { Get-Item (Join-Path $_ 'pom.xml'); Get-ChildItem (Join-Path $_ 'src\main') -Recurse }) | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($newer) { exit 1 } else { exit 0 }"
  if not errorlevel 1 set "STALE="
)
if defined STALE (
  echo onrecord: building the command line, once ^(later starts skip this^) ... 1>&2
  if not exist "%APP%" mkdir "%APP%"
  type nul > "%APP%\building"
  pushd "%ROOT%"
  call mvn -q -B -Dstyle.color=never -Dapp -Dmaven.test.skip=true -pl cli -am package 1>&2
  if errorlevel 1 (
    popd
    echo onrecord: the build failed; what Maven says stands above 1>&2
    exit /b 1
  )
  popd
  move /y "%APP%\building" "%APP%\built" >nul
)
set "NATIVE_OPTION="
if exist "%APP%\native\ai\onnxruntime\native\win-x64" set NATIVE_OPTION="-Donnxruntime.native.path=%APP%\native\ai\onnxruntime\native\win-x64"
"%JAVA%" "@%ROOT%cli\src\main\app\java.options" %NATIVE_OPTION% %ONRECORD_JAVA_OPTS% -jar "%APP%\lib\onrecord-cli.jar" %*
exit /b %ERRORLEVEL%
