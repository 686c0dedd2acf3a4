@echo off
rem Starts padlog from the folder that it was built in. PADLOG_JAVA_OPTS is added to Java's options.
setlocal
set "JAR=%~dp0..\target\padlog.jar"
if not exist "%JAR%" (
  echo padlog: not built yet; run: mvn -q -B -DskipTests package 1>&2
  exit /b 2
)
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
set "HEAP="
if "%~1"=="datalog" set "HEAP=-Xms16m -Xmn8m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %HEAP% -XX:-UsePerfData -Xss4m %PADLOG_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
