@echo off
rem Runs Undertone on Windows. Builds it first where that was not done yet; "undertone.cmd --rebuild" builds again.
rem Options for the Java machine: UNDERTONE_JAVA_OPTS. Not tested: see README.md.
setlocal
set "ROOT=%~dp0"
set "STATE=%ROOT%undertone-app\target\launch-windows"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
    echo undertone: needs a JDK 17 or newer; install one, or set JAVA_HOME to one 1>&2
    exit /b 1
)

set "JARS=%STATE%\own\*;%STATE%\lib\*"
rem An unpacked release has its jars beside the launcher.
if not exist "%ROOT%pom.xml" (
    set "JARS=%ROOT%lib\*"
    goto run
)

if "%~1"=="--rebuild" if exist "%STATE%" rmdir /s /q "%STATE%"
if exist "%STATE%\built" goto run

where mvn >nul 2>&1
if errorlevel 1 (
    echo undertone: needs Maven 3.8 or newer to build itself, and there is no mvn on the PATH 1>&2
    exit /b 1
)
echo undertone: building, once: about 1 minute, or 3 minutes where Maven has to download first 1>&2
if exist "%STATE%" rmdir /s /q "%STATE%"
mkdir "%STATE%"
pushd "%ROOT%"
call mvn -q -B -pl undertone-app -am package -Dmaven.test.skip=true -Dspotless.check.skip=true ^
    -Dcheckstyle.skip=true "-Dundertone.launch.own=%STATE%\own" "-Dundertone.launch.lib=%STATE%\lib" ^
    > "%STATE%\build.log" 2>&1
if errorlevel 1 (
    popd
    echo undertone: building failed; the whole log is %STATE%\build.log 1>&2
    exit /b 1
)
popd
copy /y "%ROOT%undertone-app\target\undertone-app.jar" "%STATE%\own" >nul
if errorlevel 1 exit /b 1
echo built> "%STATE%\built"
if "%~1"=="--rebuild" exit /b 0

:run
set OMP_NUM_THREADS=1
set OPENBLAS_NUM_THREADS=1
"%JAVA%" -Xmx2g -XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true -Dfile.encoding=UTF-8 ^
    --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 %UNDERTONE_JAVA_OPTS% ^
    -cp "%JARS%" org.undertone.cli.Undertone %*
exit /b %errorlevel%
