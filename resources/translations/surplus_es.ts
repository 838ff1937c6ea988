<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AppButton</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>No disponible ahora: %1</translation>
    </message>
</context>
<context>
    <name>AppCheckBox</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
</context>
<context>
    <name>AppComboBox</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
</context>
<context>
    <name>AppSlider</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>No disponible ahora: %1</translation>
    </message>
</context>
<context>
    <name>AppSwitch</name>
    <message>
        <source>%1, on</source>
        <translation>%1, activado</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, desactivado</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>No disponible ahora: %1</translation>
    </message>
</context>
<context>
    <name>AppTextField</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>Al menos diez caracteres</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>No son iguales</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Restaurar de una copia</translation>
    </message>
    <message>
        <source>Back up this machine</source>
        <translation>Hacer copia de este equipo</translation>
    </message>
    <message>
        <source>Only one computer may go on with a backup: two with the same identity would promise the same space twice. A ledger from an older backup learns the missing vouchers when customers come back.</source>
        <translation>Solo un equipo puede seguir con una copia: dos con la misma identidad prometerían dos veces el mismo espacio. Un libro más antiguo recupera los vales que faltan cuando vuelven los clientes.</translation>
    </message>
    <message>
        <source>Nobody can open the file without its password, and nobody can give it back to you.</source>
        <translation>Nadie puede abrir el archivo sin su contraseña, ni devolvérsela.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>The backup is ready. It is put in place when Surplus starts again.</source>
        <translation>La copia está lista. Se aplica cuando Surplus se inicie de nuevo.</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>El archivo está escrito. Guárdelo donde sobreviva a este equipo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Elegir el archivo…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Quit Surplus</source>
        <translation>Salir de Surplus</translation>
    </message>
    <message>
        <source>Backup (*.surplus-backup)</source>
        <translation>Copia (*.surplus-backup)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The backup needs its password</source>
        <translation>La copia necesita su contraseña</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Earned in all</source>
        <translation>Ganado en total</translation>
    </message>
    <message>
        <source>Earned since %1</source>
        <translation>Ganado desde %1</translation>
    </message>
    <message>
        <source>Received ahead</source>
        <translation>Recibido por adelantado</translation>
    </message>
    <message>
        <source>Paid out beyond what is earned. It becomes earned as its customers use it.</source>
        <translation>Pagado por encima de lo ganado. Pasa a ser ganado a medida que sus clientes lo usan.</translation>
    </message>
</context>
<context>
    <name>BreakdownCard</name>
    <message>
        <source>Resource</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Desglose</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>Desglosar por</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Share of earnings</source>
        <translation>Parte de lo ganado</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>Ganado, %1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>hasta ahora</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>As it stands now. Of each customer&apos;s money, the oldest counts as settled first; pending money is not set aside on the chain and may never be paid.</source>
        <translation>Tal como está ahora. Del dinero de cada cliente, lo más antiguo cuenta primero como liquidado; lo pendiente no está apartado en la cadena y quizá nunca se pague.</translation>
    </message>
</context>
<context>
    <name>ChainDialog</name>
    <message>
        <source>Taken over with the engine&apos;s next start.</source>
        <translation>Se aplica en el próximo inicio del motor.</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>Aplicado.</translation>
    </message>
    <message>
        <source>Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.</source>
        <translation>Ahora: %1. Quien lleva la red en la que comparte indica su fábrica y su token. La cadena puede cambiarse mientras no se haya alquilado ni ganado nada; su punto de acceso, siempre.</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>Chequebook factory</source>
        <translation>Fábrica de talonarios</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Endpoint (https://…)</source>
        <translation>Punto de acceso (https://…)</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmaciones</translation>
    </message>
    <message>
        <source>Use this chain</source>
        <translation>Usar esta cadena</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar motor</translation>
    </message>
    <message>
        <source>Something was leased or earned without a chain</source>
        <translation>Ya se alquiló o ganó algo sin cadena</translation>
    </message>
    <message>
        <source>Now: %1. What customers promised is promised on this chain and by this factory, so both stay as they are; the endpoint and the confirmations can be changed.</source>
        <translation>Ahora: %1. Lo que prometieron los clientes vale en esta cadena y con esta fábrica, así que ambas se quedan; el punto de acceso y las confirmaciones pueden cambiarse.</translation>
    </message>
    <message>
        <source>Now: none. A chain is chosen before the first lease: promises made since are bound to this computer&apos;s trial network, and no chain pays them. To earn on a chain, set it up in a new profile before you share.</source>
        <translation>Ahora: ninguna. La cadena se elige antes del primer alquiler: lo prometido desde entonces está ligado a la red de prueba de este equipo, y ninguna cadena lo paga. Para ganar en una cadena, configúrela en un perfil nuevo antes de compartir.</translation>
    </message>
    <message>
        <source>Now: none, so what customers promise stays pending. Choose the chain before the first lease: after that it can&apos;t be changed. Whoever runs the network you share on names its factory and token.</source>
        <translation>Ahora: ninguna, así que lo que prometen los clientes queda pendiente. Elija la cadena antes del primer alquiler: después no puede cambiarse. Quien lleva la red en la que comparte indica su fábrica y su token.</translation>
    </message>
</context>
<context>
    <name>ChartToolTip</name>
    <message>
        <source>Earned</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Disponibilidad</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message>
        <source>Who is served</source>
        <translation>A quién se sirve</translation>
    </message>
    <message>
        <source>Customers without money set aside</source>
        <translation>Clientes sin dinero apartado</translation>
    </message>
    <message>
        <source>What they promise is pending and may never be paid. How much that may be is limited.</source>
        <translation>Lo que prometen queda pendiente y quizá nunca se pague. Cuánto puede ser está limitado.</translation>
    </message>
    <message>
        <source>Provider address, for customers</source>
        <translation>Dirección de proveedor, para clientes</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Dirección de proveedor</translation>
    </message>
</context>
<context>
    <name>EarningsCard</name>
    <message>
        <source>Earned in the last 30 days</source>
        <translation>Ganado en los últimos 30 días</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>Demostración: sin dinero real</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Hoy hasta ahora</translation>
    </message>
</context>
<context>
    <name>EarningsChart</name>
    <message>
        <source>Uptime</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
</context>
<context>
    <name>EarningsFigures</name>
    <message>
        <source>Earned in 24 hours</source>
        <translation>Ganado en 24 horas</translation>
    </message>
    <message>
        <source>Earned in 7 days</source>
        <translation>Ganado en 7 días</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>Ganado en 30 días</translation>
    </message>
    <message>
        <source>Earned in a year</source>
        <translation>Ganado en un año</translation>
    </message>
    <message>
        <source>Earned in all</source>
        <translation>Ganado en total</translation>
    </message>
    <message>
        <source>Earned in this range</source>
        <translation>Ganado en este intervalo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of it without a date</source>
        <translation>%1 de ello sin fecha</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 frente al periodo anterior</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>Demostración: sin dinero real</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Hoy hasta ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n equipo</numerusform>
            <numerusform>%n equipos</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message>
        <source>Earnings</source>
        <translation>Ganancias</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 a</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>%1, earned</source>
        <translation>%1, ganado</translation>
    </message>
    <message>
        <source>The history was made anew</source>
        <translation>El historial se creó de nuevo</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>No se guardó nada</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>No se puede leer el historial</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Uptime %1</source>
        <translation>Disponibilidad %1</translation>
    </message>
    <message>
        <source>Turn the wheel to zoom, drag to move, click a bar to open it.</source>
        <translation>Gire la rueda para ampliar, arrastre para mover, pulse una barra para abrirla.</translation>
    </message>
    <message>
        <source>This machine&apos;s history was restored from a backup. %1 %2 recovered from vouchers has no date; it is in the total.</source>
        <translation>El historial de este equipo viene de una copia. %1 %2 recuperados de vales no tienen fecha; están en el total.</translation>
    </message>
    <message>
        <source>This month may come to about %1 %2</source>
        <translation>Este mes puede llegar a unos %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyEarnings</name>
    <message>
        <source>Nothing is shared yet</source>
        <translation>Aún no se comparte nada</translation>
    </message>
    <message>
        <source>No earnings yet</source>
        <translation>Aún sin ganancias</translation>
    </message>
    <message>
        <source>Surplus asks for a folder, a limit and where your earnings should go. Nothing is shared before that.</source>
        <translation>Surplus pide una carpeta, un límite y adónde van sus ganancias. Antes no se comparte nada.</translation>
    </message>
    <message>
        <source>Customers aren&apos;t found on their own yet: they come by the address below. Give it to whoever wants to store files with you.</source>
        <translation>Los clientes aún no llegan solos: vienen por la dirección de abajo. Désela a quien quiera guardar archivos con usted.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Dirección de proveedor</translation>
    </message>
    <message>
        <source>To try it yourself, store a file from a terminal:</source>
        <translation>Para probarlo, guarde un archivo desde un terminal:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>What you earn is shown here, from the first customer on.</source>
        <translation>Aquí se muestra lo que gana, desde el primer cliente.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete my data?</source>
        <translation>¿Borrar mis datos?</translation>
    </message>
    <message>
        <source>This machine&apos;s identity, its ledger with all vouchers, the history and the settings are deleted, and so is what customers store here. What isn&apos;t settled yet can&apos;t be settled afterwards.</source>
        <translation>Se borran la identidad de este equipo, su libro con todos los vales, el historial y los ajustes, y también lo que guardan los clientes. Lo que aún no se liquidó no podrá liquidarse después.</translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s) still run: their customers lose what they stored.</source>
        <translation>
            <numerusform>%n alquiler sigue en curso: su cliente pierde lo que guardó.</numerusform>
            <numerusform>%n alquileres siguen en curso: sus clientes pierden lo que guardaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payout key stays in your keychain. Delete it there once nothing is owed to it.</source>
        <translation>La clave de pago queda en su llavero. Bórrela allí cuando ya no se le deba nada.</translation>
    </message>
    <message>
        <source>I want all of this deleted</source>
        <translation>Quiero que se borre todo esto</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Delete and quit</source>
        <translation>Borrar y salir</translation>
    </message>
    <message>
        <source>Tick the box first</source>
        <translation>Marque antes la casilla</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation>Gráfico como PNG…</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabla como CSV…</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Folder for what customers store</source>
        <translation>Carpeta para lo que guardan los clientes</translation>
    </message>
</context>
<context>
    <name>FolderFix</name>
    <message>
        <source>The files are gone…</source>
        <translation>Los archivos se perdieron…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Are the stored files gone for good?</source>
        <translation>¿Se perdieron para siempre los archivos guardados?</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Seguir esperando</translation>
    </message>
    <message>
        <source>Give the leases up</source>
        <translation>Abandonar los alquileres</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If its disk can be connected again, do that instead: then everything goes on.</source>
        <translation>No se encuentra %1. Si puede volver a conectar su disco, hágalo: entonces todo sigue igual.</translation>
    </message>
    <message numerus="yes">
        <source>If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</source>
        <translation>
            <numerusform>Si los archivos se perdieron, termina ahora %n alquiler. Se avisa a su cliente de que lo guardado se perdió, y no paga más por conservarlo. Lo que usted ha ganado sigue siendo suyo, y puede elegir otra carpeta. No se puede deshacer.</numerusform>
            <numerusform>Si los archivos se perdieron, terminan ahora %n alquileres. Se avisa a sus clientes de que lo guardado se perdió, y no pagan más por conservarlo. Lo que usted ha ganado sigue siendo suyo, y puede elegir otra carpeta. No se puede deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, necesita atención</translation>
    </message>
    <message>
        <source>%1, fine</source>
        <translation>%1, bien</translation>
    </message>
    <message>
        <source>%1, not checked</source>
        <translation>%1, sin comprobar</translation>
    </message>
</context>
<context>
    <name>IrreversibleButton</name>
    <message>
        <source>In a moment: this can&apos;t be taken back</source>
        <translation>En un momento: esto no se puede deshacer</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Pause or resume this computer</source>
        <translation>Pausar o reanudar este equipo</translation>
    </message>
    <message>
        <source>Previous or next range of the chart</source>
        <translation>Intervalo anterior o siguiente del gráfico</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>Cerrar o borrar</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Esta lista</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>KeystoreDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>Al menos diez caracteres</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>No son iguales</translation>
    </message>
    <message>
        <source>Export the key</source>
        <translation>Exportar la clave</translation>
    </message>
    <message>
        <source>A keystore file (version 3) that every Ethereum wallet and surplusctl read. Whoever has the file and its password has your earnings; without the password nobody can open it, and nobody can give it back to you.</source>
        <translation>Un archivo keystore (versión 3) que leen todos los monederos de Ethereum y surplusctl. Quien tenga el archivo y su contraseña tiene sus ganancias; sin la contraseña nadie puede abrirlo ni devolvérselo.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>El archivo está escrito. Guárdelo donde sobreviva a este equipo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Archivo keystore</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keystore (*.json)</source>
        <translation>Keystore (*.json)</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message>
        <source>How much may be owed</source>
        <translation>Cuánto pueden deberle</translation>
    </message>
    <message>
        <source>Beyond these amounts, serving waits until something is set aside or settled.</source>
        <translation>Más allá de estos importes, servir espera hasta que algo se aparte o se liquide.</translation>
    </message>
    <message>
        <source>Earned and not settled, of one customer</source>
        <translation>Ganado y sin liquidar, de un cliente</translation>
    </message>
    <message>
        <source>Earned and not settled, of all</source>
        <translation>Ganado y sin liquidar, de todos</translation>
    </message>
    <message>
        <source>With no money set aside, of one customer</source>
        <translation>Sin dinero apartado, de un cliente</translation>
    </message>
    <message>
        <source>With no money set aside, of all</source>
        <translation>Sin dinero apartado, de todos</translation>
    </message>
</context>
<context>
    <name>LoadingCard</name>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>Está tardando más de lo normal.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>Ver registro</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Search the engine&apos;s log</source>
        <translation>Buscar en el registro del motor</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>Aún no hay líneas.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so its log can&apos;t be read here.</source>
        <translation>El motor no está en marcha, así que su registro no se puede leer aquí.</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>Líneas más nuevas</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>Machines</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Hoy hasta ahora</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>Ganado en 30 días</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>Disponibilidad, 90 días</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Alquileres</translation>
    </message>
    <message>
        <source>Sharing now</source>
        <translation>Compartiendo ahora</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Sucesos recientes</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What this computer does is listed here from its first start on.</source>
        <translation>Aún no ha pasado nada. Lo que haga este equipo aparece aquí desde su primer inicio.</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Abrir registro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Address for customers</source>
        <translation>Dirección para clientes</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar motor</translation>
    </message>
    <message>
        <source>Open Earnings</source>
        <translation>Abrir Ganancias</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Surplus, demo</source>
        <translation>Surplus, demostración</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Surplus</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>By customer</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Asegurado</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Liquidado</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>Ganado, %1</translation>
    </message>
    <message>
        <source>The largest %1 of %2. surplusctl vouchers lists all.</source>
        <translation>Los %1 mayores de %2. surplusctl vouchers los muestra todos.</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>Needs a look</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>The engine is older than this program</source>
        <translation>El motor es más antiguo que este programa</translation>
    </message>
    <message>
        <source>It goes on working. Restart it to use version %1.</source>
        <translation>Sigue funcionando. Reinícielo para usar la versión %1.</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar motor</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada le necesita</translation>
    </message>
    <message>
        <source>Ready to settle</source>
        <translation>Listo para liquidar</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Liquidar…</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>Aún no apartado en la cadena; quizá nunca se pague.</translation>
    </message>
    <message>
        <source>See it in Support</source>
        <translation>Verlo en Ayuda</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>%1 %2 still applies.</source>
        <translation>%1 Sigue valiendo %2.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>Disponibilidad, 90 días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Paused by a rule: %1. The rules are on the Sharing page.</source>
        <translation>En pausa por una regla: %1. Las reglas están en la página Compartir.</translation>
    </message>
    <message>
        <source>Nothing is being shared now.</source>
        <translation>Ahora no se comparte nada.</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>Durante 3 horas</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>Durante 6 horas</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>Durante 12 horas</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>Hasta mañana a las 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Hasta que reanude</translation>
    </message>
</context>
<context>
    <name>PayoutCard</name>
    <message>
        <source>Payout address</source>
        <translation>Dirección de pago</translation>
    </message>
    <message>
        <source>Chosen when you start sharing.</source>
        <translation>Se elige al empezar a compartir.</translation>
    </message>
    <message>
        <source>Where settlements are paid. Share it freely.</source>
        <translation>Adonde se pagan las liquidaciones. Puede darla a cualquiera.</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>La dirección como código QR</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorador</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Con copia</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>Aún sin copia</translation>
    </message>
    <message>
        <source>Write down the words…</source>
        <translation>Anotar las palabras…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>It holds %1 %2, and %3 for fees.</source>
        <translation>Tiene %1 %2, y %3 para comisiones.</translation>
    </message>
    <message>
        <source>What it holds isn&apos;t known right now.</source>
        <translation>Ahora no se sabe lo que tiene.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be reached right now.</source>
        <translation>Ahora no se puede alcanzar la cadena.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Enviar…</translation>
    </message>
    <message>
        <source>Before: %1. What was promised to it is still paid to it, and settled under Settle.</source>
        <translation>Antes: %1. Lo prometido a ella se le sigue pagando y se liquida en Liquidar.</translation>
    </message>
    <message>
        <source>Its key isn&apos;t on this computer: bring it to settle here, or settle from the wallet that holds it.</source>
        <translation>Su clave no está en este equipo: tráigala para liquidar aquí, o liquide desde el monedero que la tiene.</translation>
    </message>
    <message>
        <source>Bring its key…</source>
        <translation>Traer su clave…</translation>
    </message>
</context>
<context>
    <name>PayoutChoice</name>
    <message>
        <source>The keystore file needs its password.</source>
        <translation>El archivo keystore necesita su contraseña.</translation>
    </message>
    <message>
        <source>Enter recovery words or a private key, or choose a keystore file.</source>
        <translation>Introduzca palabras o una clave privada, o elija un archivo keystore.</translation>
    </message>
    <message>
        <source>Where earnings go</source>
        <translation>Adónde van las ganancias</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Crear clave nueva</translation>
    </message>
    <message>
        <source>Bring a key</source>
        <translation>Traer una clave</translation>
    </message>
    <message>
        <source>Address only</source>
        <translation>Solo dirección</translation>
    </message>
    <message>
        <source>The key is kept in this computer&apos;s keychain, and nowhere else. Write its recovery words down, in the Wallet: without them a lost computer is lost earnings.</source>
        <translation>La clave se guarda en el llavero de este equipo y en ningún otro sitio. Anote sus palabras en el Monedero: sin ellas, perder el equipo es perder lo ganado.</translation>
    </message>
    <message>
        <source>24 words instead of twelve</source>
        <translation>24 palabras en lugar de doce</translation>
    </message>
    <message>
        <source>Its recovery words (12 to 24, English or Spanish), its private key, or a keystore file of any Ethereum wallet. It goes into this computer&apos;s keychain, and nowhere else.</source>
        <translation>Sus palabras (12 a 24, en inglés o español), su clave privada o un archivo keystore de cualquier monedero de Ethereum. Va al llavero de este equipo y a ningún otro sitio.</translation>
    </message>
    <message>
        <source>Recovery words or private key</source>
        <translation>Palabras o clave privada</translation>
    </message>
    <message>
        <source>Keystore file…</source>
        <translation>Archivo keystore…</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>Sin archivo</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Contraseña del archivo</translation>
    </message>
    <message>
        <source>Its key stays where it is. Settlements are paid to it, and sent by whoever has gas money: another wallet, or surplusctl.</source>
        <translation>Su clave se queda donde está. Las liquidaciones se le pagan y las envía quien tenga para la comisión: otro monedero o surplusctl.</translation>
    </message>
    <message>
        <source>Payout address</source>
        <translation>Dirección de pago</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Archivo keystore</translation>
    </message>
</context>
<context>
    <name>PayoutDialog</name>
    <message>
        <source>Change address</source>
        <translation>Cambiar dirección</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Cambiando…</translation>
    </message>
    <message>
        <source>From then on new earnings go to the new address. What customers have promised to the present one is still paid to that: its key stays in the keychain, and you keep its backup. The present one:</source>
        <translation>Desde entonces lo nuevo va a la dirección nueva. Lo que los clientes prometieron a la actual se le sigue pagando: su clave queda en el llavero y usted conserva su copia. La actual:</translation>
    </message>
    <message>
        <source>Bring the key of this address</source>
        <translation>Traer la clave de esta dirección</translation>
    </message>
    <message>
        <source>Bring the key</source>
        <translation>Traer la clave</translation>
    </message>
    <message>
        <source>Earnings go to %1. With its key in this computer&apos;s keychain you can settle and send from here; no other key is taken.</source>
        <translation>Las ganancias van a %1. Con su clave en el llavero de este equipo puede liquidar y enviar desde aquí; no se acepta otra clave.</translation>
    </message>
</context>
<context>
    <name>PricesCard</name>
    <message>
        <source>Prices</source>
        <translation>Precios</translation>
    </message>
    <message>
        <source>For new leases. Leases that run keep theirs.</source>
        <translation>Para alquileres nuevos. Los que corren conservan el suyo.</translation>
    </message>
    <message>
        <source>Keeping 1 GB for a day</source>
        <translation>Guardar 1 GB un día</translation>
    </message>
    <message>
        <source>Retrieving 1 GB</source>
        <translation>Recuperar 1 GB</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Keep sharing in the background?</source>
        <translation>¿Seguir compartiendo en segundo plano?</translation>
    </message>
    <message>
        <source>The engine can go on without this window. Open Surplus again to see it or to stop it.</source>
        <translation>El motor puede seguir sin esta ventana. Abra Surplus de nuevo para verlo o detenerlo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Seguir compartiendo</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Ganancias</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Monedero</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Demo on this computer</source>
        <translation>Demostración en este equipo</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Resume sharing</source>
        <translation>Reanudar compartir</translation>
    </message>
    <message>
        <source>Pause sharing</source>
        <translation>Pausar compartir</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Requiere atención</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Rates</source>
        <translation>Tasas</translation>
    </message>
    <message>
        <source>Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.</source>
        <translation>Los tipos los fija usted; no se consulta nada. Lo que resulta se marca en todas partes como estimación.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>For one %1</source>
        <translation>Por un %1</translation>
    </message>
    <message>
        <source>%1 for one %2</source>
        <translation>%1 por un %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Such as %1; empty means none.</source>
        <translation>Por ejemplo %1; vacío significa ninguna.</translation>
    </message>
    <message>
        <source>To compare the network&apos;s fee with an amount.</source>
        <translation>Para comparar la comisión de red con un importe.</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Pause sharing</source>
        <translation>Pausar compartir</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Con batería</translation>
    </message>
    <message>
        <source>Resumes when plugged in</source>
        <translation>Sigue al enchufarlo</translation>
    </message>
    <message>
        <source>When I&apos;m using the computer</source>
        <translation>Cuando uso el equipo</translation>
    </message>
    <message numerus="yes">
        <source>Pauses storage. Resumes after %n min idle</source>
        <translation>
            <numerusform>Pausa el almacenamiento. Sigue tras %n min sin uso</numerusform>
            <numerusform>Pausa el almacenamiento. Sigue tras %n min sin uso</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse</source>
        <translation>Minutos sin tecla ni ratón</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>En una red de uso medido</translation>
    </message>
    <message>
        <source>Such as a phone hotspot</source>
        <translation>Como el punto de acceso de un móvil</translation>
    </message>
    <message>
        <source>When it runs hot</source>
        <translation>Cuando se calienta</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools</source>
        <translation>Por encima de %1 °C, hasta que se enfríe</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools. %2 °C now</source>
        <translation>Por encima de %1 °C, hasta que se enfríe. Ahora %2 °C</translation>
    </message>
    <message>
        <source>Temperature to pause above</source>
        <translation>Temperatura a partir de la cual pausar</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>Mientras corre un programa</translation>
    </message>
    <message>
        <source>Names as a process list shows them, with commas</source>
        <translation>Nombres como en la lista de procesos, con comas</translation>
    </message>
    <message>
        <source>Programs that pause sharing</source>
        <translation>Programas que pausan compartir</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Weekly schedule</source>
        <translation>Horario semanal</translation>
    </message>
    <message>
        <source>Hours to share in</source>
        <translation>Horas en que se comparte</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation>Noches y fines de semana</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send %1</source>
        <translation>Enviar %1</translation>
    </message>
    <message>
        <source>A payment on %1. It can&apos;t be undone: tokens sent to a wrong address are gone.</source>
        <translation>Un pago en %1. No se puede deshacer: lo enviado a una dirección equivocada se pierde.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Dirección de destino</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Importe, %1</translation>
    </message>
    <message>
        <source>Amount to send</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Your address holds %1 %2, and %3 for fees.</source>
        <translation>Su dirección tiene %1 %2, y %3 para comisiones.</translation>
    </message>
    <message>
        <source>You send</source>
        <translation>Usted envía</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Comisión de red, como mucho</translation>
    </message>
    <message>
        <source>Looking up the fee…</source>
        <translation>Consultando la comisión…</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2 first.</source>
        <translation>Su dirección tiene %1, poco para la comisión. Envíele antes algo de %2.</translation>
    </message>
    <message>
        <source>Compare the address with where you have it from. Your computer&apos;s keychain may ask for your password next.</source>
        <translation>Compare la dirección con el original. Puede que el llavero le pida ahora su contraseña.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Esperando al llavero</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>Enviado. Esperando confirmación; puede cerrar esto.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>An address and an amount are needed.</source>
        <translation>Hacen falta una dirección y un importe.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Revisar…</translation>
    </message>
    <message>
        <source>There is too little for the fee.</source>
        <translation>No alcanza para la comisión.</translation>
    </message>
    <message>
        <source>Send %1 %2</source>
        <translation>Enviar %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 sent and confirmed</source>
        <translation>%1 %2 enviados y confirmados</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Comisión de red</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Quit Surplus…</source>
        <translation>Salir de Surplus…</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Quit and open Surplus again to see it</source>
        <translation>Salga y abra Surplus de nuevo para verlo</translation>
    </message>
    <message>
        <source>Applies with the next start</source>
        <translation>Se aplica en el próximo inicio</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir movimiento</translation>
    </message>
    <message>
        <source>Turns off all animation</source>
        <translation>Desactiva todas las animaciones</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Decimales</translation>
    </message>
    <message>
        <source>Of amounts on the screen; files hold them exactly</source>
        <translation>De los importes en pantalla; los archivos los tienen exactos</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Inicio y final</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>Iniciar Surplus al entrar en la sesión</translation>
    </message>
    <message>
        <source>Opens in the tray</source>
        <translation>Se abre en la bandeja</translation>
    </message>
    <message>
        <source>Opens minimised</source>
        <translation>Se abre minimizado</translation>
    </message>
    <message>
        <source>When I quit Surplus</source>
        <translation>Cuando salgo de Surplus</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray</source>
        <translation>Al cerrar la ventana queda en la bandeja</translation>
    </message>
    <message>
        <source>Closing the window minimises it</source>
        <translation>Al cerrar la ventana se minimiza</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Preguntarme</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Seguir compartiendo</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Something needs attention</source>
        <translation>Algo necesita atención</translation>
    </message>
    <message>
        <source>Once for each problem that lasts five minutes</source>
        <translation>Una vez por cada problema que dure cinco minutos</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>Liquidaciones</translation>
    </message>
    <message>
        <source>When one has arrived in your wallet</source>
        <translation>Cuando una ha llegado a su monedero</translation>
    </message>
    <message>
        <source>History on this computer</source>
        <translation>Historial en este equipo</translation>
    </message>
    <message>
        <source>Keep details</source>
        <translation>Conservar detalles</translation>
    </message>
    <message>
        <source>Quarter hours; earnings by day are kept for good</source>
        <translation>Cuartos de hora; lo ganado por día se guarda siempre</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Hacer copia</translation>
    </message>
    <message>
        <source>Identity, ledger and settings of this machine, in one file under a password. The payout key has its recovery words</source>
        <translation>Identidad, libro y ajustes de este equipo, en un archivo con contraseña. La clave de pago tiene sus palabras</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Hacer copia…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>With the next start. What is here now is kept in a folder</source>
        <translation>En el próximo inicio. Lo que hay ahora se conserva en una carpeta</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Borrar mis datos</translation>
    </message>
    <message>
        <source>From this computer, and ends Surplus</source>
        <translation>De este equipo, y termina Surplus</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Where everything is</source>
        <translation>Dónde está todo</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder of settings and history</source>
        <translation>Abrir la carpeta de ajustes e historial</translation>
    </message>
    <message>
        <source>Engine: identity, ledger and log</source>
        <translation>Motor: identidad, libro y registro</translation>
    </message>
    <message>
        <source>Open the engine&apos;s folder</source>
        <translation>Abrir la carpeta del motor</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>Lo que guardan los clientes</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>Abrir la carpeta de lo que guardan los clientes</translation>
    </message>
    <message>
        <source>Changes apply at once. Surplus %1</source>
        <translation>Los cambios se aplican al instante. Surplus %1</translation>
    </message>
    <message>
        <source>Rates for estimates</source>
        <translation>Tasas para estimaciones</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>Fijar tasas…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>None yet: what is earned stays a promise</source>
        <translation>Ninguna todavía: lo ganado sigue siendo una promesa</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>Cadena…</translation>
    </message>
    <message>
        <source>Weekly summary</source>
        <translation>Resumen semanal</translation>
    </message>
    <message>
        <source>Mondays at 09:00</source>
        <translation>Los lunes a las 09:00</translation>
    </message>
    <message>
        <source>Profile: settings and history</source>
        <translation>Perfil: ajustes e historial</translation>
    </message>
    <message>
        <source>%1
Another profile has settings, keys and an engine of its own: surplus --profile FOLDER</source>
        <translation>%1
Otro perfil tiene sus propios ajustes, claves y motor: surplus --profile CARPETA</translation>
    </message>
</context>
<context>
    <name>SettleCard</name>
    <message>
        <source>Settle</source>
        <translation>Liquidar</translation>
    </message>
    <message>
        <source>Collects everything that is covered into one payment to your address.</source>
        <translation>Reúne todo lo cubierto en un pago a su dirección.</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. No chain is set up yet: what customers promise stays pending.</source>
        <translation>Las ganancias son promesas hasta que una cadena las paga. Aún no hay cadena: lo que prometen los clientes queda pendiente.</translation>
    </message>
    <message>
        <source>Whom it pays</source>
        <translation>A quién paga</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Usted recibe</translation>
    </message>
    <message>
        <source>The former address receives</source>
        <translation>La dirección anterior recibe</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Comisión de red, como mucho</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or let somebody else settle for a fee in tokens.</source>
        <translation>Su dirección tiene %1, poco para la comisión. Envíele algo de %2, o deje que otro liquide por una comisión en tokens.</translation>
    </message>
    <message>
        <source>Settle by itself when the fee is at most</source>
        <translation>Liquidar solo cuando la comisión sea como mucho</translation>
    </message>
    <message>
        <source>Fee at most, in percent of the amount</source>
        <translation>Comisión como mucho, en porcentaje del importe</translation>
    </message>
    <message>
        <source>% of the amount</source>
        <translation>% del importe</translation>
    </message>
    <message>
        <source>Set up a chain…</source>
        <translation>Configurar una cadena…</translation>
    </message>
    <message>
        <source>Looking at the chain…</source>
        <translation>Mirando la cadena…</translation>
    </message>
    <message>
        <source>There is nothing to settle</source>
        <translation>No hay nada que liquidar</translation>
    </message>
    <message>
        <source>Review and settle…</source>
        <translation>Revisar y liquidar…</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. None was set up before the first lease, so what customers promised stays pending.</source>
        <translation>Las ganancias son promesas hasta que una cadena las paga. No se configuró ninguna antes del primer alquiler, así que lo prometido queda pendiente.</translation>
    </message>
    <message>
        <source>Why there is no chain…</source>
        <translation>Por qué no hay cadena…</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle your earnings</source>
        <translation>Liquidar sus ganancias</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save the permission</source>
        <translation>Guardar el permiso</translation>
    </message>
    <message>
        <source>Permission (*.json)</source>
        <translation>Permiso (*.json)</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet</source>
        <translation>%1 %2 están en su monedero</translation>
    </message>
    <message>
        <source>One payment on %1. It can&apos;t be undone.</source>
        <translation>Un pago en %1. No se puede deshacer.</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Usted recibe</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Comisión de red, como mucho</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Pagado a</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain may ask for your password next. Surplus never sees it.</source>
        <translation>Puede que el llavero le pida ahora su contraseña. Surplus nunca la ve.</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or sign a permission: whoever gets the file may settle for you within 7 days and keep at most the fee that you allow. The rest goes to your address and nowhere else.</source>
        <translation>Su dirección tiene %1, poco para la comisión. Envíele algo de %2, o firme un permiso: quien reciba el archivo puede liquidar por usted durante 7 días y quedarse como mucho la comisión que permita. El resto va a su dirección y a ningún otro sitio.</translation>
    </message>
    <message>
        <source>Fee in %1, at most</source>
        <translation>Comisión en %1, como mucho</translation>
    </message>
    <message>
        <source>Fee for whoever settles, at most</source>
        <translation>Comisión para quien liquide, como mucho</translation>
    </message>
    <message>
        <source>Saved to %1. Give it to somebody who settles for others; it stands in your list until it is used or 7 days are over.</source>
        <translation>Guardado en %1. Déselo a alguien que liquide por otros; queda en su lista hasta que se use o pasen 7 días.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Esperando al llavero</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>Enviado. Esperando confirmación; puede cerrar esto.</translation>
    </message>
    <message>
        <source>Fee at most %1</source>
        <translation>Comisión como mucho %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The fee isn&apos;t known right now.</source>
        <translation>Ahora no se conoce la comisión.</translation>
    </message>
    <message>
        <source>Settle %1 %2</source>
        <translation>Liquidar %1 %2</translation>
    </message>
    <message>
        <source>Only the key of the address that is paid can allow this.</source>
        <translation>Solo la clave de la dirección que cobra puede permitirlo.</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>Firmar y guardar…</translation>
    </message>
    <message>
        <source>You received</source>
        <translation>Usted recibió</translation>
    </message>
    <message>
        <source>One payment on %1.</source>
        <translation>Un pago en %1.</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Comisión de red</translation>
    </message>
</context>
<context>
    <name>SettlementsCard</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Settlements and payments</source>
        <translation>Liquidaciones y pagos</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Mostrar los %1</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Exportar CSV</translation>
    </message>
    <message>
        <source>None yet. Each one will stand here with its transaction.</source>
        <translation>Aún ninguna. Cada una aparecerá aquí con su transacción.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Importe, %1</translation>
    </message>
    <message>
        <source>Fee, %1</source>
        <translation>Comisión, %1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>Click to copy %1</source>
        <translation>Pulse para copiar %1</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>What to share</source>
        <translation>Qué compartir</translation>
    </message>
    <message>
        <source>Get paid</source>
        <translation>Cobrar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Omitir por ahora</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Seguir más tarde</translation>
    </message>
    <message>
        <source>Choose a folder first</source>
        <translation>Elija antes una carpeta</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Start sharing</source>
        <translation>Empezar a compartir</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>El motor aún no está en marcha.</translation>
    </message>
</context>
<context>
    <name>SetupPayout</name>
    <message>
        <source>Where do your earnings go?</source>
        <translation>¿Adónde van sus ganancias?</translation>
    </message>
    <message>
        <source>They are paid to this address.</source>
        <translation>Se pagan a esta dirección.</translation>
    </message>
    <message>
        <source>To a key of your own, which nobody else has, or to an address that you have already.</source>
        <translation>A una clave propia, que nadie más tiene, o a una dirección que ya tenga.</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Con copia</translation>
    </message>
    <message>
        <source>Write down its recovery words. Without them a lost computer is lost earnings. It can be done later, in the Wallet.</source>
        <translation>Anote sus palabras. Sin ellas, perder el equipo es perder lo ganado. Puede hacerse después, en el Monedero.</translation>
    </message>
    <message>
        <source>Write them down…</source>
        <translation>Anotarlas…</translation>
    </message>
</context>
<context>
    <name>SetupReady</name>
    <message>
        <source>On battery</source>
        <translation>Con batería</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Red de uso medido</translation>
    </message>
    <message>
        <source>Only when you say so</source>
        <translation>Solo cuando usted lo diga</translation>
    </message>
    <message>
        <source>You&apos;re ready</source>
        <translation>Todo listo</translation>
    </message>
    <message>
        <source>Surplus shares in the background; its icon is in the tray.</source>
        <translation>Surplus comparte en segundo plano; su icono está en la bandeja.</translation>
    </message>
    <message>
        <source>Surplus shares in the background. Closing its window minimises it.</source>
        <translation>Surplus comparte en segundo plano. Al cerrar su ventana se minimiza.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Up to %1 in %2</source>
        <translation>Hasta %1 en %2</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Pagado a</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausas</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Además</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>Iniciar Surplus al entrar en la sesión</translation>
    </message>
    <message>
        <source>It stays out of your way</source>
        <translation>No le estorba</translation>
    </message>
    <message>
        <source>Tell me when something needs attention</source>
        <translation>Avisarme cuando algo necesite atención</translation>
    </message>
    <message>
        <source>At most one notification per problem</source>
        <translation>Como mucho un aviso por problema</translation>
    </message>
    <message>
        <source>Serve customers who have set no money aside</source>
        <translation>Servir a clientes que no han apartado dinero</translation>
    </message>
    <message>
        <source>Up to a small amount each. What they promise may never be paid</source>
        <translation>Hasta un pequeño importe cada uno. Lo que prometen quizá nunca se pague</translation>
    </message>
    <message>
        <source>What happens now: customers find room here when you give them your address, from the Overview. Earnings appear as they store and fetch.</source>
        <translation>Qué pasa ahora: los clientes llegan cuando les da su dirección, desde el Resumen. Las ganancias aparecen cuando guardan y recuperan.</translation>
    </message>
</context>
<context>
    <name>SetupShare</name>
    <message>
        <source>What would you like to share?</source>
        <translation>¿Qué quiere compartir?</translation>
    </message>
    <message>
        <source>Pick what this computer can spare. You can change or stop it later.</source>
        <translation>Elija lo que a este equipo le sobra. Puede cambiarlo o detenerlo después.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>Guarda trozos cifrados de archivos ajenos</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 de %2 libres</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Límite de almacenamiento</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>0 to %1 %2 a day for what is kept</source>
        <translation>De 0 a %1 %2 al día por lo que se guarda</translation>
    </message>
    <message>
        <source>From no customer to a full folder, at your price; what customers fetch is paid on top. Not a promise.</source>
        <translation>Desde ningún cliente hasta la carpeta llena, a su precio; lo que recuperan se paga aparte. No es una promesa.</translation>
    </message>
    <message>
        <source>Disk: at most %1, and 1 GB always stays free.</source>
        <translation>Disco: como mucho %1, y siempre queda 1 GB libre.</translation>
    </message>
    <message>
        <source>Traffic: what customers store and fetch. A speed limit and a monthly cap are on the Sharing page.</source>
        <translation>Tráfico: lo que los clientes guardan y recuperan. El límite de velocidad y el mensual están en la página Compartir.</translation>
    </message>
    <message>
        <source>Power: next to nothing while the computer is on anyway. A computer left on for it alone uses more than it may earn.</source>
        <translation>Energía: casi nada si el equipo está encendido de todos modos. Encendido solo para esto gasta más de lo que quizá gane.</translation>
    </message>
    <message>
        <source>Pauses by itself on battery and on metered networks.</source>
        <translation>Se pausa solo con batería y en redes de uso medido.</translation>
    </message>
    <message>
        <source>What others store here is encrypted before it arrives. Nothing is shared before the last step.</source>
        <translation>Lo que otros guardan aquí va cifrado antes de llegar. No se comparte nada antes del último paso.</translation>
    </message>
    <message>
        <source>Folder for what customers store</source>
        <translation>Carpeta para lo que guardan los clientes</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>Compartir está en pausa</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running</source>
        <translation>El motor no está en marcha</translation>
    </message>
    <message>
        <source>What it shares can be changed once it runs again.</source>
        <translation>Lo que comparte puede cambiarse cuando vuelva a estarlo.</translation>
    </message>
    <message>
        <source>Nothing is shared yet</source>
        <translation>Aún no se comparte nada</translation>
    </message>
    <message>
        <source>Choose a folder, a limit and where your earnings go.</source>
        <translation>Elija una carpeta, un límite y adónde van sus ganancias.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>Guarda trozos cifrados de archivos ajenos</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Hasta %1</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Límite de almacenamiento</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Los cambios se aplican al instante.</translation>
    </message>
    <message>
        <source>It holds what customers store. It can be changed once no lease is left.</source>
        <translation>Contiene lo que guardan los clientes. Se puede cambiar cuando no quede ningún alquiler.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>El motor aún no está en marcha.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change the folder of what customers store</source>
        <translation>Cambiar la carpeta de lo que guardan los clientes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>Abrir la carpeta de lo que guardan los clientes</translation>
    </message>
    <message>
        <source>Changes apply at once. Files already stored stay until their lease ends.</source>
        <translation>Los cambios se aplican al instante. Los archivos guardados quedan hasta que acabe su alquiler.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>Aún no se ha elegido carpeta de almacenamiento</translation>
    </message>
    <message>
        <source>No payout address is chosen yet</source>
        <translation>Aún no se ha elegido dirección de pago</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>The engine stopped</source>
        <translation>El motor se detuvo</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Compartir está en espera. No se pierde nada de lo ganado.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>See the rules</source>
        <translation>Ver las reglas</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>Ver registro</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar motor</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Dejar de intentarlo</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>StopStoringDialog</name>
    <message>
        <source>Stop storing files?</source>
        <translation>¿Dejar de guardar archivos?</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Seguir compartiendo</translation>
    </message>
    <message>
        <source>Stop storing</source>
        <translation>Dejar de guardar</translation>
    </message>
    <message>
        <source>%1 stays on this computer until its leases end, but customers can&apos;t fetch it while storage is off.</source>
        <translation>%1 quedan en este equipo hasta que acaben sus alquileres, pero los clientes no pueden recuperarlos mientras el almacenamiento esté desactivado.</translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>%1 retrieved</source>
        <translation>%1 recuperados</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>a unit such as GB</comment>
        <translation>%1 guardados</translation>
    </message>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation>
            <numerusform>de %1 ofrecidos, en %n alquiler</numerusform>
            <numerusform>de %1 ofrecidos, en %n alquileres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageTrouble</name>
    <message>
        <source>That didn&apos;t work</source>
        <translation>No funcionó</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copiar registro</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Surplus %1</source>
        <translation>Surplus %1</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>Motor %1</translation>
    </message>
    <message>
        <source>machine %1…%2</source>
        <translation>equipo %1…%2</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Surplus %1, engine %2, machine %3</source>
        <translation>Surplus %1, motor %2, equipo %3</translation>
    </message>
</context>
<context>
    <name>TrafficCard</name>
    <message>
        <source>Traffic and disk</source>
        <translation>Tráfico y disco</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>What customers fetch</source>
        <translation>Lo que recuperan los clientes</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Bajada</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>Lo que guardan los clientes</translation>
    </message>
    <message>
        <source>Data in a month</source>
        <translation>Datos al mes</translation>
    </message>
    <message>
        <source>%1. Sharing pauses when it is used up</source>
        <translation>%1. Compartir se pausa cuando se agotan</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sin tope</translation>
    </message>
    <message>
        <source>The month begins on day</source>
        <translation>El mes empieza el día</translation>
    </message>
    <message>
        <source>As on your provider&apos;s bill</source>
        <translation>Como en la factura de su operador</translation>
    </message>
    <message>
        <source>Keep free on the disk</source>
        <translation>Dejar libre en el disco</translation>
    </message>
    <message>
        <source>Nothing new is stored beyond it</source>
        <translation>Más allá no se guarda nada nuevo</translation>
    </message>
</context>
<context>
    <name>TypedAddress</name>
    <message>
        <source>An address is missing.</source>
        <translation>Falta una dirección.</translation>
    </message>
    <message>
        <source>An address begins with 0x.</source>
        <translation>Una dirección empieza por 0x.</translation>
    </message>
    <message>
        <source>Character %1 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one.</source>
        <translation>El carácter %1 no es de 0 a 9 ni de a a f. Una letra O no es un cero, ni una letra l un uno.</translation>
    </message>
    <message>
        <source>After 0x come 40 characters; these are %1.</source>
        <translation>Después de 0x van 40 caracteres; estos son %1.</translation>
    </message>
    <message>
        <source>One of its characters is mistyped: its checksum doesn&apos;t fit.</source>
        <translation>Uno de sus caracteres está mal: su suma de control no encaja.</translation>
    </message>
    <message>
        <source>That is nobody&apos;s address: what is sent there is gone.</source>
        <translation>Esa dirección no es de nadie: lo que se envía allí se pierde.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>A number is missing.</source>
        <translation>Falta un número.</translation>
    </message>
    <message>
        <source>It can&apos;t be less than zero.</source>
        <translation>No puede ser menor que cero.</translation>
    </message>
    <message>
        <source>“%1” does not belong in a number.</source>
        <translation>«%1» no forma parte de un número.</translation>
    </message>
    <message>
        <source>A digit is missing before “%1”.</source>
        <translation>Falta una cifra antes de «%1».</translation>
    </message>
    <message>
        <source>A digit is missing after “%1”.</source>
        <translation>Falta una cifra después de «%1».</translation>
    </message>
    <message>
        <source>That is too large.</source>
        <translation>Es demasiado grande.</translation>
    </message>
    <message>
        <source>“%1” could mean %2 or %3: type one of these.</source>
        <translation>«%1» puede significar %2 o %3: escriba uno de los dos.</translation>
    </message>
    <message>
        <source>“%1” can be there only once.</source>
        <translation>«%1» solo puede aparecer una vez.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand there. The decimal sign is “%2”.</source>
        <translation>«%1» no puede ir ahí. El signo decimal es «%2».</translation>
    </message>
    <message>
        <source>It has more than nine decimals.</source>
        <translation>Tiene más de nueve decimales.</translation>
    </message>
    <message>
        <source>It has to be from %1 to %2.</source>
        <translation>Debe estar entre %1 y %2.</translation>
    </message>
    <message>
        <source>It has to be a whole number.</source>
        <translation>Debe ser un número entero.</translation>
    </message>
</context>
<context>
    <name>WalletPage</name>
    <message>
        <source>Wallet</source>
        <translation>Monedero</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Palabras de recuperación</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>Cambiar dirección…</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>Cadena…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>No se puede alcanzar %1</translation>
    </message>
    <message>
        <source>Sharing goes on within the limits, with what the chain said last. %1</source>
        <translation>Se sigue compartiendo dentro de los límites, con lo último que dijo la cadena. %1</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: share</source>
        <comment>an hour of a day</comment>
        <translation>%1: compartir</translation>
    </message>
    <message>
        <source>%1: pause</source>
        <comment>an hour of a day</comment>
        <translation>%1: pausar</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Recovery words</source>
        <translation>Palabras de recuperación</translation>
    </message>
    <message>
        <source>Now from your paper: three of them.</source>
        <translation>Ahora, de su papel: tres de ellas.</translation>
    </message>
    <message>
        <source>Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.</source>
        <translation>Quien tenga estas palabras tiene sus ganancias; sin ellas y sin este equipo, nadie. Anótelas a mano, en este orden, y guarde el papel donde nadie mire.</translation>
    </message>
    <message>
        <source>Word %1</source>
        <translation>Palabra %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Mostrar las palabras</translation>
    </message>
    <message>
        <source>I&apos;ve written them down</source>
        <translation>Las he anotado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Esperando al llavero</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>All three words are needed</source>
        <translation>Hacen falta las tres palabras</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>Palabra %1: %2</translation>
    </message>
</context>
<context>
    <name>surplus::AutoSettleModel</name>
    <message>
        <source>The share must be a number from 0.01 to 50.</source>
        <translation>El porcentaje debe ser un número de 0.01 a 50.</translation>
    </message>
    <message>
        <source>Looks every ten minutes while Surplus is open.</source>
        <translation>Mira cada diez minutos mientras Surplus está abierto.</translation>
    </message>
    <message>
        <source>%1: nothing to settle.</source>
        <translation>%1: nada que liquidar.</translation>
    </message>
    <message>
        <source>%1: the fee would be more than what is settled. Waiting.</source>
        <translation>%1: la comisión sería más que lo liquidado. En espera.</translation>
    </message>
    <message>
        <source>%1: the fee would be up to %2 of the amount. Waiting.</source>
        <translation>%1: la comisión sería hasta el %2 del importe. En espera.</translation>
    </message>
    <message>
        <source>%1: your address holds too little %2 for the fee.</source>
        <translation>%1: su dirección tiene poco %2 para la comisión.</translation>
    </message>
    <message>
        <source>%1: the keychain isn&apos;t open. Waiting.</source>
        <translation>%1: el llavero no está abierto. En espera.</translation>
    </message>
    <message>
        <source>%1: settled, for a fee of at most %2 of the amount.</source>
        <translation>%1: liquidado, con una comisión de como mucho el %2 del importe.</translation>
    </message>
    <message>
        <source>%1: %2 Trying again.</source>
        <translation>%1: %2 Se intentará de nuevo.</translation>
    </message>
    <message>
        <source>Waits for a rate: in the Settings, say what one %1 is worth, so that fee and amount can be compared.</source>
        <translation>Espera una tasa: indique en los Ajustes cuánto vale un %1 para poder comparar la comisión y el importe.</translation>
    </message>
</context>
<context>
    <name>surplus::ChartImage</name>
    <message>
        <source>The picture can&apos;t be written to %1. Choose another folder, or free some space.</source>
        <translation>No se puede escribir la imagen en %1. Elija otra carpeta o libere espacio.</translation>
    </message>
</context>
<context>
    <name>surplus::Checks</name>
    <message>
        <source>The engine keeps stopping. %1</source>
        <translation>El motor se detiene una y otra vez. %1</translation>
    </message>
    <message>
        <source>The engine stopped and is started again by itself. %1</source>
        <translation>El motor se detuvo y se reinicia solo. %1</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so nothing is shared.</source>
        <translation>El motor no está en marcha, así que no se comparte nada.</translation>
    </message>
    <message>
        <source>The engine is starting or stopping. Check again in a moment.</source>
        <translation>El motor está arrancando o parando. Compruebe de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>En marcha.</translation>
    </message>
    <message>
        <source>Running. No unexpected stops in 30 days.</source>
        <translation>En marcha. Ninguna parada inesperada en 30 días.</translation>
    </message>
    <message numerus="yes">
        <source>Running. %n unexpected stop(s) in 30 days.</source>
        <translation>
            <numerusform>En marcha. %n parada inesperada en 30 días.</numerusform>
            <numerusform>En marcha. %n paradas inesperadas en 30 días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check. The engine isn&apos;t running.</source>
        <translation>No se pudo comprobar. El motor no está en marcha.</translation>
    </message>
    <message>
        <source>The engine runs %1, this program is %2. It goes on working; a restart brings it up to date.</source>
        <translation>El motor es %1 y este programa %2. Sigue funcionando; un reinicio lo pone al día.</translation>
    </message>
    <message>
        <source>Engine %1 and this program %2 fit together.</source>
        <translation>El motor %1 y este programa %2 encajan.</translation>
    </message>
    <message>
        <source>No folder was chosen yet.</source>
        <translation>Aún no se eligió carpeta.</translation>
    </message>
    <message>
        <source>The storage folder %1 isn&apos;t there. If it is on another disk, connect it.</source>
        <translation>La carpeta de almacenamiento %1 no está. Si está en otro disco, conéctelo.</translation>
    </message>
    <message>
        <source>%1 free, and %2 is to stay free: nothing new is stored. Make room, or lower what stays free.</source>
        <translation>%1 libres, y deben quedar %2: no se guarda nada nuevo. Haga sitio o reduzca lo que queda libre.</translation>
    </message>
    <message>
        <source>%1 is in use, above the limit of %2: nothing new is stored until it falls below.</source>
        <translation>Hay %1 en uso, por encima del límite de %2: no se guarda nada nuevo hasta que baje.</translation>
    </message>
    <message>
        <source>The disk of the engine&apos;s data, %1, is full: what customers promise can&apos;t be written down, so they are served no further than their credit. Free some space; then it goes on by itself.</source>
        <translation>El disco con los datos del motor, %1, está lleno: lo que prometen los clientes no se puede anotar, así que solo se les sirve hasta su crédito. Libere espacio; después continúa por sí solo.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the engine&apos;s data, %2. Once it is full, what customers promise can&apos;t be written down. Free some space.</source>
        <translation>Solo quedan %1 libres en el disco con los datos del motor, %2. Cuando se llene, no se podrá anotar lo que prometen los clientes. Libere espacio.</translation>
    </message>
    <message>
        <source>The engine can&apos;t use its data in %1. See whether that disk is well, then start the engine again. It said: %2</source>
        <translation>El motor no puede usar sus datos en %1. Compruebe que ese disco esté bien y reinicie el motor. Ha dicho: %2</translation>
    </message>
    <message>
        <source>What a customer stores can&apos;t be written to %1. Free some space on that disk, or see whether it is well.</source>
        <translation>Lo que guarda un cliente no se puede escribir en %1. Libere espacio en ese disco o compruebe que esté bien.</translation>
    </message>
    <message>
        <source>%1 free. %2 of the %3 offered for storage is unused.</source>
        <translation>%1 libres. %2 de los %3 ofrecidos están sin usar.</translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the engine didn&apos;t answer.</source>
        <translation>No se pudo comprobar: el motor no respondió.</translation>
    </message>
    <message>
        <source>Nothing is stored for customers now.</source>
        <translation>Ahora no hay nada guardado de clientes.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s), %1, are there and whole in size. Customers&apos; own audits look at their content.</source>
        <translation>
            <numerusform>%n archivo guardado, %1, está y con su tamaño completo. Su contenido lo revisan los propios clientes.</numerusform>
            <numerusform>%n archivos guardados, %1, están y con su tamaño completo. Su contenido lo revisan los propios clientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: this system doesn&apos;t say.</source>
        <translation>No se pudo comprobar: este sistema no lo dice.</translation>
    </message>
    <message>
        <source>The clock isn&apos;t kept right over the network. Vouchers and leases go by it: switch automatic time on in the system&apos;s settings.</source>
        <translation>El reloj no se ajusta por la red. Los vales y alquileres dependen de él: active la hora automática en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>Right to within %1 s.</source>
        <translation>Exacto hasta %1 s.</translation>
    </message>
    <message>
        <source>No payout address was chosen yet.</source>
        <translation>Aún no se eligió dirección de pago.</translation>
    </message>
    <message>
        <source>It answered last %1.</source>
        <translation>Respondió por última vez %1.</translation>
    </message>
    <message>
        <source>It has not answered since the engine started.</source>
        <translation>No ha respondido desde que arrancó el motor.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be read: %1 %2 Vouchers go on being taken.</source>
        <translation>No se puede leer la cadena: %1 %2 Los vales se siguen aceptando.</translation>
    </message>
    <message>
        <source>Nothing was earned yet.</source>
        <translation>Aún no se ganó nada.</translation>
    </message>
    <message>
        <source>%1 %2 earned. No chain is set up, so nothing of it is set aside yet.</source>
        <translation>%1 %2 ganados. No hay cadena configurada, así que aún no hay nada apartado.</translation>
    </message>
    <message>
        <source>All that was earned is settled.</source>
        <translation>Todo lo ganado está liquidado.</translation>
    </message>
    <message>
        <source>Customers have set aside %1 % of what isn&apos;t settled yet.</source>
        <translation>Los clientes han apartado el %1 % de lo que aún no está liquidado.</translation>
    </message>
    <message>
        <source>The payout key is stored and readable.</source>
        <translation>La clave de pago está guardada y se puede leer.</translation>
    </message>
    <message>
        <source>The payout key is kept elsewhere; this computer knows its address only.</source>
        <translation>La clave de pago se guarda en otro sitio; este equipo solo conoce su dirección.</translation>
    </message>
    <message>
        <source>The payout key can&apos;t be read: %1 Earning goes on; settling waits.</source>
        <translation>No se puede leer la clave de pago: %1 Se sigue ganando; la liquidación espera.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>El disco de la carpeta de almacenamiento %1 no responde. Si es una unidad de red, compruebe si su servidor está.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</source>
        <translation>
            <numerusform>%n archivo guardado falta, está incompleto o no se puede leer: %1 en %2. Vuelva a ponerlo ahí si lo tiene; si no, su cliente no pagará por él.</numerusform>
            <numerusform>%n archivos guardados faltan, están incompletos o no se pueden leer, por ejemplo %1 en %2. Vuelva a ponerlos ahí si los tiene; si no, sus clientes no pagarán por ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the storage folder can&apos;t be read.</source>
        <translation>No se pudo comprobar: la carpeta de almacenamiento no se puede leer.</translation>
    </message>
    <message>
        <source>%1 stored for customers. No file was noticed missing or cut short; run the checks again to look at each.</source>
        <translation>%1 guardados para clientes. No se ha notado que falte ningún archivo ni que esté incompleto; compruebe de nuevo para mirarlos todos.</translation>
    </message>
</context>
<context>
    <name>surplus::ChecksModel</name>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Stored files</source>
        <translation>Archivos guardados</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar motor</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>Cambiar límites</translation>
    </message>
    <message>
        <source>Open Wallet</source>
        <translation>Abrir Monedero</translation>
    </message>
    <message>
        <source>Ask the keychain</source>
        <translation>Preguntar al llavero</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n cosa por arreglar</numerusform>
            <numerusform>%n cosas por arreglar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>Nada por arreglar</translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n bien</numerusform>
            <numerusform>%n bien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n sin comprobar</numerusform>
            <numerusform>%n sin comprobar</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Comprobado a las %1</translation>
    </message>
</context>
<context>
    <name>surplus::ConditionsModel</name>
    <message>
        <source>Off: sharing goes on day and night.</source>
        <translation>Desactivado: se comparte día y noche.</translation>
    </message>
    <message>
        <source>Nothing is painted, so nothing is ever shared.</source>
        <translation>No hay nada pintado, así que nunca se comparte.</translation>
    </message>
    <message>
        <source>Sharing day and night.</source>
        <translation>Se comparte día y noche.</translation>
    </message>
    <message>
        <source>Sharing now. Pauses %1.</source>
        <translation>Compartiendo ahora. Pausa %1.</translation>
    </message>
    <message>
        <source>Paused now. Shares again %1.</source>
        <translation>En pausa ahora. Vuelve a compartir %1.</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether it runs on battery (UPower).</source>
        <translation>No disponible aquí: este sistema no dice si usa la batería (UPower).</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether its network is metered (NetworkManager).</source>
        <translation>No disponible aquí: este sistema no dice si su red es de uso medido (NetworkManager).</translation>
    </message>
    <message>
        <source>Not available here: no temperature sensor was found.</source>
        <translation>No disponible aquí: no se encontró sensor de temperatura.</translation>
    </message>
    <message>
        <source>Not available here: no desktop session says how long it has been unused.</source>
        <translation>No disponible aquí: ninguna sesión dice cuánto lleva sin usarse.</translation>
    </message>
    <message>
        <source>Not available here: the list of processes can&apos;t be read.</source>
        <translation>No disponible aquí: no se puede leer la lista de procesos.</translation>
    </message>
</context>
<context>
    <name>surplus::Desktop</name>
    <message>
        <source>Open Surplus</source>
        <translation>Abrir Surplus</translation>
    </message>
    <message>
        <source>Pause this computer</source>
        <translation>Pausar este equipo</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Durante 1 hora</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>Durante 3 horas</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>Durante 6 horas</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>Durante 12 horas</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>Hasta mañana a las 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Hasta que reanude</translation>
    </message>
    <message>
        <source>Resume this computer</source>
        <translation>Reanudar este equipo</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Salir…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today so far: %1 %2</source>
        <translation>Hoy hasta ahora: %1 %2</translation>
    </message>
    <message>
        <source>Surplus
%1
%2</source>
        <translation>Surplus
%1
%2</translation>
    </message>
    <message>
        <source>The engine keeps stopping</source>
        <translation>El motor se detiene una y otra vez</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Compartir está en espera. No se pierde nada de lo ganado.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Sharing needs attention</source>
        <translation>Compartir necesita atención</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet.</source>
        <translation>%1 %2 están en su monedero.</translation>
    </message>
    <message>
        <source>%1 %2 earned last week</source>
        <translation>%1 %2 ganados la semana pasada</translation>
    </message>
    <message>
        <source>Uptime %1.</source>
        <translation>Disponibilidad: %1.</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, necesita atención</translation>
    </message>
</context>
<context>
    <name>surplus::EarningsModel</name>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 del tiempo desconocido, sin contar</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1, %2, %3 tokens</translation>
    </message>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation>
            <numerusform>. %n tramo sin datos</numerusform>
            <numerusform>. %n tramos sin datos</numerusform>
        </translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Liquidado</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Asegurado</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <translation>%1, %2–%3</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Semana del %1</translation>
    </message>
    <message>
        <source>Per quarter hour</source>
        <translation>Por cuarto de hora</translation>
    </message>
    <message>
        <source>Average per quarter hour</source>
        <translation>Media por cuarto de hora</translation>
    </message>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation>
            <numerusform>%n cuarto de hora</numerusform>
            <numerusform>%n cuartos de hora</numerusform>
        </translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Por hora</translation>
    </message>
    <message>
        <source>Average per full hour</source>
        <translation>Media por hora completa</translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation>
            <numerusform>%n hora completa</numerusform>
            <numerusform>%n horas completas</numerusform>
        </translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Por día</translation>
    </message>
    <message>
        <source>Average per full day</source>
        <translation>Media por día completo</translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n día completo</numerusform>
            <numerusform>%n días completos</numerusform>
        </translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Por semana</translation>
    </message>
    <message>
        <source>Average per full week</source>
        <translation>Media por semana completa</translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation>
            <numerusform>%n semana completa</numerusform>
            <numerusform>%n semanas completas</numerusform>
        </translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Por mes</translation>
    </message>
    <message>
        <source>Average per full month</source>
        <translation>Media por mes completo</translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation>
            <numerusform>%n mes completo</numerusform>
            <numerusform>%n meses completos</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>En pausa según lo previsto</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation>
            <numerusform>%1 hasta ahora este mes, y %2 al día para el resto: la media del último día registrado. Cuatro de cada cinco veces queda entre %3 y %4. No es una promesa.</numerusform>
            <numerusform>%1 hasta ahora este mes, y %2 al día para el resto: la media de los últimos %n días registrados. Cuatro de cada cinco veces queda entre %3 y %4. No es una promesa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>No se puede escribir la tabla en %1: %2. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The history is too busy to be written to a file. Try again in a moment.</source>
        <translation>El historial está demasiado ocupado para escribirlo. Inténtelo en un momento.</translation>
    </message>
</context>
<context>
    <name>surplus::Format</name>
    <message>
        <source>tomorrow, %1</source>
        <translation>mañana, %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>surplus::LogModel</name>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 de %2 líneas</translation>
    </message>
</context>
<context>
    <name>surplus::MachineModel</name>
    <message>
        <source>The engine keeps stopping</source>
        <translation>El motor se detiene una y otra vez</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Necesita atención</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Reiniciando</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Arrancando</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Not sharing</source>
        <translation>Sin compartir</translation>
    </message>
    <message>
        <source>Start when you like</source>
        <translation>Inícielo cuando quiera</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Usually under a minute</source>
        <translation>Suele ser menos de un minuto</translation>
    </message>
    <message>
        <source>The storage disk isn&apos;t there</source>
        <translation>El disco de almacenamiento no está</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Aún sin configurar</translation>
    </message>
    <message>
        <source>Storage is switched off</source>
        <translation>El almacenamiento está desactivado</translation>
    </message>
    <message>
        <source>%1. All is well.</source>
        <translation>%1. Todo va bien.</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Compartir está en espera. No se pierde nada de lo ganado.</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>Actualizado hace %1</translation>
    </message>
    <message>
        <source>Restarting in %1</source>
        <translation>Reinicio en %1</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Intento %1 de %2</translation>
    </message>
    <message>
        <source>Longer than usual</source>
        <translation>Más de lo habitual</translation>
    </message>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>Está tardando más de lo normal.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>El disco de la carpeta de almacenamiento %1 no responde. Si es una unidad de red, compruebe si su servidor está.</translation>
    </message>
    <message>
        <source>The storage folder isn&apos;t there</source>
        <translation>La carpeta de almacenamiento no está</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If it is on another disk, connect it; until then nothing can be fetched, and keeping isn&apos;t paid.</source>
        <translation>No se encuentra %1. Si está en otro disco, conéctelo; hasta entonces no se puede recuperar nada ni se paga la conservación.</translation>
    </message>
    <message>
        <source>Nothing can be fetched until it answers.</source>
        <translation>Hasta que responda no se puede recuperar nada.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>Aún no se ha elegido carpeta de almacenamiento</translation>
    </message>
</context>
<context>
    <name>surplus::PauseWords</name>
    <message>
        <source>By you</source>
        <translation>Por usted</translation>
    </message>
    <message>
        <source>By schedule</source>
        <translation>Por horario</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Con batería</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Red de uso medido</translation>
    </message>
    <message>
        <source>Running hot</source>
        <translation>Se calienta</translation>
    </message>
    <message>
        <source>Running hot, %1 °C</source>
        <translation>Se calienta, %1 °C</translation>
    </message>
    <message>
        <source>You&apos;re using the computer</source>
        <translation>Está usando el equipo</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>Mientras corre un programa</translation>
    </message>
    <message>
        <source>While %1 runs</source>
        <translation>Mientras corre %1</translation>
    </message>
    <message>
        <source>This month&apos;s data is used up</source>
        <translation>Los datos de este mes se agotaron</translation>
    </message>
    <message>
        <source>By a rule of a newer version</source>
        <translation>Por una regla de una versión más nueva</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, hasta %2</translation>
    </message>
    <message>
        <source>By you, until you resume</source>
        <translation>Por usted, hasta que reanude</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutKeys</name>
    <message>
        <source>Your keychain is locked, so no key was made. Unlock it and try again, or use an address you have.</source>
        <translation>Su llavero está bloqueado, así que no se creó ninguna clave. Desbloquéelo e inténtelo de nuevo, o use una dirección que tenga.</translation>
    </message>
    <message>
        <source>No keychain is running on this computer, so no key was made. Start GNOME Keyring, KWallet or another secret service and try again, or use an address you have.</source>
        <translation>En este equipo no hay llavero en marcha, así que no se creó ninguna clave. Inicie GNOME Keyring, KWallet u otro servicio, o use una dirección que tenga.</translation>
    </message>
    <message>
        <source>Your keychain does not let Surplus in, so no key was made. Allow it in the keychain&apos;s settings and try again, or use an address you have.</source>
        <translation>Su llavero no deja entrar a Surplus, así que no se creó ninguna clave. Permítalo en sus ajustes, o use una dirección que tenga.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain can&apos;t be used: %1. No key was made. Try again, or use an address you have.</source>
        <translation>No se puede usar el llavero de este equipo: %1. No se creó ninguna clave. Inténtelo de nuevo, o use una dirección que tenga.</translation>
    </message>
    <message>
        <source>There is a payout address already. A second key would leave the first one&apos;s earnings behind.</source>
        <translation>Ya hay una dirección de pago. Una segunda clave dejaría atrás lo ganado con la primera.</translation>
    </message>
    <message>
        <source>The key of the present address isn&apos;t backed up. What was promised to it is paid to it only: write its words down first. Nothing was changed.</source>
        <translation>La clave de la dirección actual no tiene copia. Lo prometido a ella solo se le paga a ella: anote antes sus palabras. No se cambió nada.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words.</source>
        <translation>Una clave privada tiene 64 caracteres de 0 a 9 y de a a f; las palabras son de 12 a 24.</translation>
    </message>
    <message>
        <source>No key could be made. Try again.</source>
        <translation>No se pudo crear ninguna clave. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The key of this address is not kept here. Use the wallet that holds it.</source>
        <translation>La clave de esta dirección no se guarda aquí. Use el monedero que la tiene.</translation>
    </message>
    <message>
        <source>Your keychain gave no key. Unlock it and try again; nothing was changed.</source>
        <translation>Su llavero no dio ninguna clave. Desbloquéelo e inténtelo de nuevo; no se cambió nada.</translation>
    </message>
    <message>
        <source>The keychain holds another key than this address needs. Nothing was signed.</source>
        <translation>El llavero tiene otra clave de la que esta dirección necesita. No se firmó nada.</translation>
    </message>
    <message>
        <source>This key came without recovery words. Keep the backup that you have of it.</source>
        <translation>Esta clave llegó sin palabras. Conserve la copia que tenga de ella.</translation>
    </message>
    <message>
        <source>Earnings go to this address already. Nothing was changed.</source>
        <translation>Las ganancias ya van a esta dirección. No se cambió nada.</translation>
    </message>
    <message>
        <source>Character %1 of this private key is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.</source>
        <translation>El carácter %1 de esta clave privada no es de 0 a 9 ni de a a f. Una letra O no es un cero, ni una letra l un uno: cópiela otra vez.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f, and this one has %1. Copy the whole of it.</source>
        <translation>Una clave privada tiene 64 caracteres de 0 a 9 y de a a f, y esta tiene %1. Cópiela entera.</translation>
    </message>
    <message>
        <source>This is the key of another address, %1. Bring the key of the present one; to be paid to this one, use Change address. Nothing was changed.</source>
        <translation>Es la clave de otra dirección, %1. Traiga la de la actual; para cobrar en esta, use Cambiar dirección. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutModel</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>Su llavero está bloqueado</translation>
    </message>
    <message>
        <source>No keychain is running</source>
        <translation>No hay llavero en marcha</translation>
    </message>
    <message>
        <source>Your keychain refuses access</source>
        <translation>Su llavero niega el acceso</translation>
    </message>
    <message>
        <source>Your payout key is gone from the keychain</source>
        <translation>Su clave de pago ya no está en el llavero</translation>
    </message>
    <message>
        <source>The keychain holds another key</source>
        <translation>El llavero tiene otra clave</translation>
    </message>
    <message>
        <source>Your keychain can&apos;t be read</source>
        <translation>No se puede leer su llavero</translation>
    </message>
    <message>
        <source>%1 What is earned for %2 still counts, and no other key is made.</source>
        <translation>%1 Lo que se gana para %2 sigue contando, y no se crea ninguna otra clave.</translation>
    </message>
    <message>
        <source>Unlock it, most easily by logging in again, then check again.</source>
        <translation>Desbloquéelo, lo más fácil entrando de nuevo en la sesión, y compruebe otra vez.</translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keychain (GNOME Keyring, KWallet or another secret service), then check again.</source>
        <translation>Inicie el llavero de su escritorio (GNOME Keyring, KWallet u otro servicio) y compruebe otra vez.</translation>
    </message>
    <message>
        <source>Allow Surplus in your keychain&apos;s settings, then check again.</source>
        <translation>Permita Surplus en los ajustes de su llavero y compruebe otra vez.</translation>
    </message>
    <message>
        <source>It said: %1. Quit Surplus and start it again; if that does not help, restart the computer.</source>
        <translation>Dijo: %1. Salga de Surplus e inícielo de nuevo; si no ayuda, reinicie el equipo.</translation>
    </message>
    <message>
        <source>Paste the address that earnings should go to.</source>
        <translation>Pegue la dirección a la que deben ir las ganancias.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2. Choose another one.</source>
        <translation>No se puede leer el archivo %1: %2. Elija otro.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be reached, so it could not be told of a new address. Nothing was changed; try again when it runs.</source>
        <translation>No se puede alcanzar el motor, así que no conoce la dirección nueva. No se cambió nada; inténtelo cuando esté en marcha.</translation>
    </message>
    <message>
        <source>The address is on record here, but the engine did not take it and still names the earlier one: %1 Try again.</source>
        <translation>La dirección está anotada aquí, pero el motor no la tomó y aún nombra la anterior: %1 Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Bring its recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back. Without the key, what is paid to this address can&apos;t be used.</source>
        <translation>Traiga sus palabras, clave privada o archivo keystore con «Traer su clave…», en el Monedero, o restaure una copia del llavero. Sin la clave, lo pagado a esta dirección no se puede usar.</translation>
    </message>
    <message>
        <source>It belongs to another address. Bring this one&apos;s recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back.</source>
        <translation>Pertenece a otra dirección. Traiga las palabras, clave privada o archivo keystore de esta con «Traer su clave…», en el Monedero, o restaure una copia del llavero.</translation>
    </message>
</context>
<context>
    <name>surplus::SendModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your tokens are untouched; the network kept %1 %2.</source>
        <translation>El pago no se completó. Sus tokens están intactos; la red se quedó %1 %2.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was sent.</source>
        <translation>Otra transacción de esta dirección llegó antes, así que esta no ocurrió. No se envió nada.</translation>
    </message>
</context>
<context>
    <name>surplus::SettingsModel</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>The history is too busy. Try again in a moment.</source>
        <translation>El historial está demasiado ocupado. Inténtelo en un momento.</translation>
    </message>
</context>
<context>
    <name>surplus::SharingModel</name>
    <message>
        <source>%1 in use</source>
        <translation>%1 en uso</translation>
    </message>
    <message>
        <source>%1, %2 free on disk</source>
        <translation>%1, %2 libres en el disco</translation>
    </message>
    <message>
        <source>%1 is in use. Nothing new will be stored until it falls below the limit.</source>
        <translation>Hay %1 en uso. No se guardará nada nuevo hasta que baje del límite.</translation>
    </message>
    <message>
        <source>%1 of %2 used this month</source>
        <translation>%1 de %2 usados este mes</translation>
    </message>
    <message>
        <source>%1 moved this month</source>
        <translation>%1 movidos este mes</translation>
    </message>
    <message>
        <source>Give the whole path of the folder: it begins with /.</source>
        <translation>Escriba la ruta completa de la carpeta: empieza por /.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 no existe.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Nothing can be stored in %1.</source>
        <translation>No se puede guardar nada en %1.</translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message>
        <source>Sharing</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Aún sin configurar</translation>
    </message>
    <message>
        <source>Storage was off</source>
        <translation>El almacenamiento estaba desactivado</translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>En pausa según lo previsto</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>En pausa: %1</translation>
    </message>
    <message>
        <source>The storage disk was not there</source>
        <translation>El disco de almacenamiento no estaba</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Se detuvo de forma inesperada</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation>
            <numerusform>Disponibilidad en %n día: %1</numerusform>
            <numerusform>Disponibilidad en %n días: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Surplus wasn&apos;t set up yet</source>
        <translation>Surplus aún no estaba configurado</translation>
    </message>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 del tiempo desconocido, sin contar</translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.</source>
        <translation>El pago no se completó. Sus ganancias están intactas; la red se quedó %1 %2. Inténtelo de nuevo o espere una comisión más baja.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was paid and nothing is lost. Try again.</source>
        <translation>Otra transacción de esta dirección llegó antes, así que esta no ocurrió. No se pagó nada y no se perdió nada. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>Aún no apartado en la cadena; quizá nunca se pague.</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Asegurado</translation>
    </message>
    <message>
        <source>Set aside for you on the chain. Yours to settle whenever you like.</source>
        <translation>Apartado para usted en la cadena. Puede liquidarlo cuando quiera.</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Tried and not covered. Its customer is not served until it pays.</source>
        <translation>Intentado y sin cubrir. A su cliente no se le sirve hasta que pague.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Liquidado</translation>
    </message>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation>
            <numerusform>Pagado a su dirección, en %n liquidación.</numerusform>
            <numerusform>Pagado a su dirección, en %n liquidaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid to your address.</source>
        <translation>Pagado a su dirección.</translation>
    </message>
    <message>
        <source>≈ %1%2 estimate</source>
        <translation>≈ %1%2 estimación</translation>
    </message>
    <message>
        <source>&lt; %1%2 estimate</source>
        <translation>&lt; %1%2 estimación</translation>
    </message>
    <message>
        <source>Present address</source>
        <translation>Dirección actual</translation>
    </message>
    <message>
        <source>Former, %1</source>
        <translation>Anterior, %1</translation>
    </message>
    <message>
        <source>%1 %2 is covered, but settling it would cost more than it brings at the present fee. It can wait.</source>
        <translation>%1 %2 están cubiertos, pero liquidarlos costaría más de lo que aporta con la comisión actual. Puede esperar.</translation>
    </message>
    <message>
        <source>Nothing is covered and unsettled right now.</source>
        <translation>Ahora no hay nada cubierto y sin liquidar.</translation>
    </message>
    <message>
        <source>%1 %2 that is not covered isn&apos;t included</source>
        <translation>%1 %2 sin cubrir no están incluidos</translation>
    </message>
    <message>
        <source>≈ %1 %2 estimate</source>
        <translation>≈ %1 %2 estimación</translation>
    </message>
    <message>
        <source>The fee is high for this amount: up to %1. Waiting usually costs nothing.</source>
        <translation>La comisión es alta para este importe: hasta el %1. Esperar no suele costar nada.</translation>
    </message>
    <message>
        <source>The fee is under %1 of the amount.</source>
        <translation>La comisión es menos del %1 del importe.</translation>
    </message>
    <message>
        <source>The fee is up to %1 of the amount.</source>
        <translation>La comisión es hasta el %1 del importe.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Confirming, %1 of %2</source>
        <translation>Confirmando, %1 de %2</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Didn&apos;t go through</source>
        <translation>No se completó</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Sustituido</translation>
    </message>
    <message>
        <source>Others may settle it</source>
        <translation>Otros pueden liquidarlo</translation>
    </message>
    <message>
        <source>Nobody settled it</source>
        <translation>Nadie lo liquidó</translation>
    </message>
    <message>
        <source>%1 %2 bounced</source>
        <translation>%1 %2 devueltos</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation>
            <numerusform>%n vale omitido: %1</numerusform>
            <numerusform>%n vales omitidos: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>No se puede escribir la tabla en %1: %2. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>1 %1 ≈ %2%3, as you said</source>
        <translation>1 %1 ≈ %2%3, según usted indicó</translation>
    </message>
    <message>
        <source>None: amounts are shown in tokens only</source>
        <translation>Ninguna: los importes se muestran solo en tokens</translation>
    </message>
    <message>
        <source>Set a rate in the Settings to see what share of the amount that is.</source>
        <translation>Fije una tasa en los Ajustes para ver qué parte del importe es.</translation>
    </message>
    <message>
        <source>A rate is above zero; empty means none.</source>
        <translation>Una tasa es mayor que cero; vacío significa ninguna.</translation>
    </message>
    <message>
        <source>An endpoint is missing.</source>
        <translation>Falta un punto de acceso.</translation>
    </message>
    <message>
        <source>Record damaged</source>
        <translation>Registro dañado</translation>
    </message>
    <message>
        <source>%1 %2 of it were settled in time</source>
        <translation>%1 %2 de ello se liquidaron a tiempo</translation>
    </message>
    <message>
        <source>%1 %2 of it is promised ahead: not earned yet, and kept against what comes</source>
        <translation>%1 %2 de ello están prometidos por adelantado: aún no se han ganado y se descuentan de lo que venga</translation>
    </message>
    <message>
        <source>The fee has to be less than the %1 %2 that are settled.</source>
        <translation>La comisión debe ser menor que los %1 %2 que se liquidan.</translation>
    </message>
</context>
<context>
    <name>surplus::WordsModel</name>
    <message>
        <source>This isn&apos;t word %1. Look at your paper, or go back to the words.</source>
        <translation>Esta no es la palabra %1. Mire su papel o vuelva a las palabras.</translation>
    </message>
</context>
</TS>
