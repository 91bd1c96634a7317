@echo off
rem Runs Onrecord's command line. It needs Java 17 or newer, and nothing else.
setlocal
set "ROOT=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "NATIVE_OPTION="
if exist "%ROOT%\native\win-x64" set NATIVE_OPTION="-Donnxruntime.native.path=%ROOT%\native\win-x64"
"%JAVA%" "@%ROOT%\lib\java.options" %NATIVE_OPTION% %ONRECORD_JAVA_OPTS% -jar "%ROOT%\lib\onrecord-cli.jar" %*
exit /b %ERRORLEVEL%
