@echo off
rem Starts dmalint on Windows. Beside a pom.xml (a checkout) it builds where there is no build yet;
rem unlike the POSIX launcher it does not notice newer sources: delete cli\target\dist to rebuild.
rem Best effort: the project's own checks run the POSIX launcher only.
rem Exit codes of its own: 2 for a missing or too old Java or Maven, 4 for a build that failed.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"

if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
if defined JAVA_HOME if not exist "%JAVA_HOME%\bin\java.exe" (
  >&2 echo dmalint: JAVA_HOME is '%JAVA_HOME%', which has no bin\java.exe
  exit /b 2
)
if not defined JAVA_HOME (
  where java.exe >nul 2>nul
  if errorlevel 1 (
    >&2 echo dmalint: no java on PATH and JAVA_HOME is not set; install a JDK, 17 or later
    exit /b 2
  )
)

rem The option is unknown to a Java before 17, which then refuses to start.
"%java%" --enable-native-access=ALL-UNNAMED -version >nul 2>nul
if errorlevel 1 (
  >&2 echo dmalint: "%java%" does not start or is too old; dmalint needs Java 17 or later
  exit /b 2
)

set "home=%root%"
if exist "%root%\dmalint.jar" goto start
if not exist "%root%\pom.xml" (
  >&2 echo dmalint: neither dmalint.jar nor pom.xml is beside this script, in %root%
  exit /b 4
)
set "home=%root%\cli\target\dist"
if exist "%home%\dmalint.jar" goto start

where mvn.cmd >nul 2>nul
if errorlevel 1 (
  >&2 echo dmalint: not built yet, and building takes Maven 3.6.3 or later: no mvn on PATH
  exit /b 2
)
if not exist "%root%\target\launcher" mkdir "%root%\target\launcher"
set "log=%root%\target\launcher\build.log"
>&2 echo dmalint: building for the first use, which takes a minute or two (log: %log%)
pushd "%root%"
call mvn.cmd -B -q -Dstyle.color=never -Dquick -pl cli -am package >"%log%" 2>&1
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  >&2 echo dmalint: the build failed:
  >&2 type "%log%"
  exit /b 4
)
xcopy /e /i /y /q "%root%\cli\target\quick\dist" "%home%" >nul
if errorlevel 1 (
  >&2 echo dmalint: cannot put the build into %home%
  exit /b 4
)

:start
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 %DMALINT_JAVA_OPTS% -jar "%home%\dmalint.jar" %*
exit /b %errorlevel%
