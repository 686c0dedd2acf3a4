@echo off
rem Starts padlog from the folder that it was built in, or that a release was unpacked to, which may have a Java of its own.
rem PADLOG_JAVA_OPTS is added to Java's options.
setlocal
set "JAR=%~dp0..\lib\padlog.jar"
if not exist "%JAR%" set "JAR=%~dp0..\target\padlog.jar"
if not exist "%JAR%" (
  echo padlog: not built yet; run: mvn -q -B -DskipTests package 1>&2
  exit /b 2
)
set "JAVA=%~dp0..\runtime\bin\java.exe"
if exist "%JAVA%" goto found
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo padlog: no Java in JAVA_HOME; let it name a JDK of version 17 or later 1>&2
  exit /b 2
)
if not defined JAVA_HOME (
  where java >nul 2>nul
  if errorlevel 1 (
    echo padlog: no Java found; install a JDK of version 17 or later, or set JAVA_HOME 1>&2
    exit /b 2
  )
)
:found

rem How much there is to read decides what Java is asked for: a few files are done before a second collector thread or the
rem second compiler is of use, tens of thousands pay for both. The text of a query is not looked at: it has quotes of its own.
set ARGS=%*
set SOURCES=0
if /i not "%~1"=="check" if /i not "%~1"=="extract" goto start
:next
shift
if "%~1"=="" goto start
if exist "%~1\*" call :count "%~1"
goto next

:start
set "TUNING=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if %SOURCES% geq 50 set "TUNING=-XX:+UseParallelGC -Xmn256m -XX:TieredStopAtLevel=1 -XX:InitialRAMPercentage=5"
if %SOURCES% geq 10000 set "TUNING=-XX:+UseParallelGC -Xmn256m -XX:InitialRAMPercentage=5"
rem What a Datalog program has in memory are a few large arrays, and the rest is soon forgotten.
if /i "%~1"=="datalog" set "TUNING=%TUNING% -Xms16m -Xmn8m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40"
"%JAVA%" %TUNING% -XX:-UsePerfData -Xss4m %PADLOG_JAVA_OPTS% -jar "%JAR%" %ARGS%
exit /b %ERRORLEVEL%

:count
for /f "delims=" %%n in ('dir /s /b /a-d "%~1\*.c" 2^>nul') do set /a SOURCES+=1
exit /b 0
