<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AppButton</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>现在不可用：%1</translation>
    </message>
</context>
<context>
    <name>AppCheckBox</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>AppComboBox</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>AppSlider</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>现在不可用：%1</translation>
    </message>
</context>
<context>
    <name>AppSwitch</name>
    <message>
        <source>%1, on</source>
        <translation>%1，开</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1，关</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>现在不可用：%1</translation>
    </message>
</context>
<context>
    <name>AppTextField</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>至少十个字符</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Back up this machine</source>
        <translation>备份本机</translation>
    </message>
    <message>
        <source>Only one computer may go on with a backup: two with the same identity would promise the same space twice. A ledger from an older backup learns the missing vouchers when customers come back.</source>
        <translation>一份备份只能由一台电脑继续使用：两台身份相同的电脑会重复承诺同一空间。较旧的账本会在客户再次连接时补上缺少的凭证。</translation>
    </message>
    <message>
        <source>Nobody can open the file without its password, and nobody can give it back to you.</source>
        <translation>没有密码谁也打不开此文件，也没有人能替您找回密码。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The backup is ready. It is put in place when Surplus starts again.</source>
        <translation>备份已就绪。Surplus 再次启动时生效。</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>文件已写入。请保存在本机损坏也不受影响的地方。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Quit Surplus</source>
        <translation>退出 Surplus</translation>
    </message>
    <message>
        <source>Backup (*.surplus-backup)</source>
        <translation>备份 (*.surplus-backup)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The backup needs its password</source>
        <translation>需要备份的密码</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Earned in all</source>
        <translation>总收益</translation>
    </message>
    <message>
        <source>Earned since %1</source>
        <translation>自 %1 起的收益</translation>
    </message>
    <message>
        <source>Received ahead</source>
        <translation>预先收到</translation>
    </message>
    <message>
        <source>Paid out beyond what is earned. It becomes earned as its customers use it.</source>
        <translation>超出收益的已付款项。客户使用后即成为收益。</translation>
    </message>
</context>
<context>
    <name>BreakdownCard</name>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>在线率</translation>
    </message>
    <message>
        <source>Share of earnings</source>
        <translation>收益占比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>收益，%1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>As it stands now. Of each customer&apos;s money, the oldest counts as settled first; pending money is not set aside on the chain and may never be paid.</source>
        <translation>以当前情况为准。每位客户的款项按先后顺序视为已结算；待定款项尚未在链上预留，可能永远不会支付。</translation>
    </message>
</context>
<context>
    <name>ChainDialog</name>
    <message>
        <source>Taken over with the engine&apos;s next start.</source>
        <translation>引擎下次启动后生效。</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>已生效。</translation>
    </message>
    <message>
        <source>Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.</source>
        <translation>当前：%1。您所在网络的运营者会告知其工厂合约与代币。只要还没有租约或收益，就可以更换链；端点随时可以更换。</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Chequebook factory</source>
        <translation>支票簿工厂</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>代币</translation>
    </message>
    <message>
        <source>Endpoint (https://…)</source>
        <translation>端点 (https://…)</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>确认数</translation>
    </message>
    <message>
        <source>Use this chain</source>
        <translation>使用此链</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Something was leased or earned without a chain</source>
        <translation>在没有链的情况下已有租约或收益</translation>
    </message>
    <message>
        <source>Now: %1. What customers promised is promised on this chain and by this factory, so both stay as they are; the endpoint and the confirmations can be changed.</source>
        <translation>当前：%1。客户的承诺属于这条链和这个工厂合约，因此二者不再更换；端点和确认数可以更改。</translation>
    </message>
    <message>
        <source>Now: none. A chain is chosen before the first lease: promises made since are bound to this computer&apos;s trial network, and no chain pays them. To earn on a chain, set it up in a new profile before you share.</source>
        <translation>当前：无。链要在第一份租约之前选定：此后的承诺与本机的试用网络绑定，没有链会为其付款。若要在链上获得收益，请在新的配置中先设置链，再开始共享。</translation>
    </message>
    <message>
        <source>Now: none, so what customers promise stays pending. Choose the chain before the first lease: after that it can&apos;t be changed. Whoever runs the network you share on names its factory and token.</source>
        <translation>当前：无，因此客户的承诺保持待定。请在第一份租约之前选择链：之后无法更改。您所在网络的运营者会告知其工厂合约与代币。</translation>
    </message>
</context>
<context>
    <name>ChartToolTip</name>
    <message>
        <source>Earned</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>在线率</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message>
        <source>Who is served</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Customers without money set aside</source>
        <translation>未预留款项的客户</translation>
    </message>
    <message>
        <source>What they promise is pending and may never be paid. How much that may be is limited.</source>
        <translation>他们的承诺属于待定，可能永远不会支付。数额有上限。</translation>
    </message>
    <message>
        <source>Provider address, for customers</source>
        <translation>提供者地址，给客户使用</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>提供者地址</translation>
    </message>
</context>
<context>
    <name>EarningsCard</name>
    <message>
        <source>Earned in the last 30 days</source>
        <translation>最近 30 天的收益</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>演示：不是真钱</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>今天至今</translation>
    </message>
</context>
<context>
    <name>EarningsChart</name>
    <message>
        <source>Uptime</source>
        <translation>在线率</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>没有数据</translation>
    </message>
</context>
<context>
    <name>EarningsFigures</name>
    <message>
        <source>Earned in 24 hours</source>
        <translation>24 小时的收益</translation>
    </message>
    <message>
        <source>Earned in 7 days</source>
        <translation>7 天的收益</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>30 天的收益</translation>
    </message>
    <message>
        <source>Earned in a year</source>
        <translation>一年的收益</translation>
    </message>
    <message>
        <source>Earned in all</source>
        <translation>总收益</translation>
    </message>
    <message>
        <source>Earned in this range</source>
        <translation>此范围的收益</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of it without a date</source>
        <translation>其中 %1 没有日期</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>与上一时段相比 %1</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>演示：不是真钱</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>今天至今</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n 台机器</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message>
        <source>Earnings</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>%1, earned</source>
        <translation>%1，收益</translation>
    </message>
    <message>
        <source>The history was made anew</source>
        <translation>历史已重新建立</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>没有保存任何内容</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>无法读取历史</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Uptime %1</source>
        <translation>在线率 %1</translation>
    </message>
    <message>
        <source>Turn the wheel to zoom, drag to move, click a bar to open it.</source>
        <translation>滚轮缩放，拖动平移，点击柱形可打开。</translation>
    </message>
    <message>
        <source>This machine&apos;s history was restored from a backup. %1 %2 recovered from vouchers has no date; it is in the total.</source>
        <translation>本机的历史由备份恢复。从凭证恢复的 %1 %2 没有日期，已计入总数。</translation>
    </message>
    <message>
        <source>This month may come to about %1 %2</source>
        <translation>本月可能约为 %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyEarnings</name>
    <message>
        <source>Nothing is shared yet</source>
        <translation>尚未共享任何内容</translation>
    </message>
    <message>
        <source>No earnings yet</source>
        <translation>还没有收益</translation>
    </message>
    <message>
        <source>Surplus asks for a folder, a limit and where your earnings should go. Nothing is shared before that.</source>
        <translation>Surplus 会询问文件夹、上限和收益去向。在此之前不会共享任何内容。</translation>
    </message>
    <message>
        <source>Customers aren&apos;t found on their own yet: they come by the address below. Give it to whoever wants to store files with you.</source>
        <translation>目前还不能自动找到客户：他们通过下面的地址前来。请把它交给想在您这里存储文件的人。</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>设置共享…</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>提供者地址</translation>
    </message>
    <message>
        <source>To try it yourself, store a file from a terminal:</source>
        <translation>想自己试试，可在终端中存储一个文件：</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What you earn is shown here, from the first customer on.</source>
        <translation>从第一位客户开始，您的收益会显示在这里。</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete my data?</source>
        <translation>删除我的数据？</translation>
    </message>
    <message>
        <source>This machine&apos;s identity, its ledger with all vouchers, the history and the settings are deleted, and so is what customers store here. What isn&apos;t settled yet can&apos;t be settled afterwards.</source>
        <translation>将删除本机的身份、包含全部凭证的账本、历史和设置，以及客户存储的内容。尚未结算的款项此后无法结算。</translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s) still run: their customers lose what they stored.</source>
        <translation>
            <numerusform>还有 %n 份租约：其客户会失去存储的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The payout key stays in your keychain. Delete it there once nothing is owed to it.</source>
        <translation>收款密钥仍在钥匙串中。不再有欠款时请在那里删除。</translation>
    </message>
    <message>
        <source>I want all of this deleted</source>
        <translation>我要删除所有这些内容</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Delete and quit</source>
        <translation>删除并退出</translation>
    </message>
    <message>
        <source>Tick the box first</source>
        <translation>请先勾选</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation>图表为 PNG…</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格为 CSV…</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Folder for what customers store</source>
        <translation>存放客户内容的文件夹</translation>
    </message>
</context>
<context>
    <name>FolderFix</name>
    <message>
        <source>The files are gone…</source>
        <translation>文件已丢失…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Are the stored files gone for good?</source>
        <translation>存储的文件是否永久丢失？</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>Give the leases up</source>
        <translation>放弃租约</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If its disk can be connected again, do that instead: then everything goes on.</source>
        <translation>找不到 %1。如果还能重新连接其磁盘，请先连接：一切会照常继续。</translation>
    </message>
    <message numerus="yes">
        <source>If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</source>
        <translation>
            <numerusform>如果文件已丢失，%n 份租约现在结束。客户会得知其存储的内容已丢失，并且不再支付保管费。您已获得的收益不变，之后可以选择新文件夹。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1，需要处理</translation>
    </message>
    <message>
        <source>%1, fine</source>
        <translation>%1，正常</translation>
    </message>
    <message>
        <source>%1, not checked</source>
        <translation>%1，未检查</translation>
    </message>
</context>
<context>
    <name>IrreversibleButton</name>
    <message>
        <source>In a moment: this can&apos;t be taken back</source>
        <translation>请稍候：此操作无法撤销</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Pause or resume this computer</source>
        <translation>暂停或恢复本机</translation>
    </message>
    <message>
        <source>Previous or next range of the chart</source>
        <translation>图表的上一个或下一个范围</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>关闭或清除</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>此列表</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>KeystoreDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>至少十个字符</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>Export the key</source>
        <translation>导出密钥</translation>
    </message>
    <message>
        <source>A keystore file (version 3) that every Ethereum wallet and surplusctl read. Whoever has the file and its password has your earnings; without the password nobody can open it, and nobody can give it back to you.</source>
        <translation>任何以太坊钱包和 surplusctl 都能读取的 keystore 文件（第 3 版）。拥有文件及其密码的人就拥有您的收益；没有密码谁也打不开，也无法还给您。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>文件已写入。请保存在本机损坏也不受影响的地方。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Keystore 文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
        <translation>可以赊欠多少</translation>
    </message>
    <message>
        <source>Beyond these amounts, serving waits until something is set aside or settled.</source>
        <translation>超过这些数额后，要等有款项预留或结算才继续服务。</translation>
    </message>
    <message>
        <source>Earned and not settled, of one customer</source>
        <translation>已赚未结算，单个客户</translation>
    </message>
    <message>
        <source>Earned and not settled, of all</source>
        <translation>已赚未结算，全部</translation>
    </message>
    <message>
        <source>With no money set aside, of one customer</source>
        <translation>未预留款项，单个客户</translation>
    </message>
    <message>
        <source>With no money set aside, of all</source>
        <translation>未预留款项，全部</translation>
    </message>
</context>
<context>
    <name>LoadingCard</name>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>比平时要久。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>查看日志</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Search the engine&apos;s log</source>
        <translation>搜索引擎日志</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>还没有日志。</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so its log can&apos;t be read here.</source>
        <translation>引擎没有运行，因此无法在此读取日志。</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>最新日志</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>Machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>今天至今</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>30 天的收益</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>在线率，90 天</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>租约</translation>
    </message>
    <message>
        <source>Sharing now</source>
        <translation>正在共享</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What this computer does is listed here from its first start on.</source>
        <translation>还没有发生任何事。本机从第一次启动起的活动都会列在这里。</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Address for customers</source>
        <translation>客户使用的地址</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Open Earnings</source>
        <translation>打开收益</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Surplus, demo</source>
        <translation>Surplus，演示</translation>
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
        <translation>按客户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>已担保</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>收益，%1</translation>
    </message>
    <message>
        <source>The largest %1 of %2. surplusctl vouchers lists all.</source>
        <translation>显示 %2 中最大的 %1 个。surplusctl vouchers 可列出全部。</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>Needs a look</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>The engine is older than this program</source>
        <translation>引擎比本程序旧</translation>
    </message>
    <message>
        <source>It goes on working. Restart it to use version %1.</source>
        <translation>它仍可工作。重新启动即可使用版本 %1。</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要处理的事</translation>
    </message>
    <message>
        <source>Ready to settle</source>
        <translation>可以结算</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>结算…</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>尚未在链上预留；可能永远不会支付。</translation>
    </message>
    <message>
        <source>See it in Support</source>
        <translation>在“支持”中查看</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>%1 %2 still applies.</source>
        <translation>%1 仍以 %2 为准。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>在线率，90 天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused by a rule: %1. The rules are on the Sharing page.</source>
        <translation>被规则暂停：%1。规则在共享页面。</translation>
    </message>
    <message>
        <source>Nothing is being shared now.</source>
        <translation>现在没有共享任何内容。</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>3 小时</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>12 小时</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>到明天 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直到我恢复</translation>
    </message>
</context>
<context>
    <name>PayoutCard</name>
    <message>
        <source>Payout address</source>
        <translation>收款地址</translation>
    </message>
    <message>
        <source>Chosen when you start sharing.</source>
        <translation>在开始共享时选择。</translation>
    </message>
    <message>
        <source>Where settlements are paid. Share it freely.</source>
        <translation>结算款支付到这里。可以放心告诉别人。</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>地址的二维码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>Write down the words…</source>
        <translation>抄写助记词…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>It holds %1 %2, and %3 for fees.</source>
        <translation>余额 %1 %2，另有 %3 用于手续费。</translation>
    </message>
    <message>
        <source>What it holds isn&apos;t known right now.</source>
        <translation>目前不知道余额。</translation>
    </message>
    <message>
        <source>The chain can&apos;t be reached right now.</source>
        <translation>目前无法连接链。</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Before: %1. What was promised to it is still paid to it, and settled under Settle.</source>
        <translation>以前：%1。承诺给它的款项仍会付给它，可在“结算”中结算。</translation>
    </message>
    <message>
        <source>Its key isn&apos;t on this computer: bring it to settle here, or settle from the wallet that holds it.</source>
        <translation>其密钥不在本机：提供密钥即可在此结算，或用保存密钥的钱包结算。</translation>
    </message>
    <message>
        <source>Bring its key…</source>
        <translation>提供其密钥…</translation>
    </message>
</context>
<context>
    <name>PayoutChoice</name>
    <message>
        <source>The keystore file needs its password.</source>
        <translation>Keystore 文件需要密码。</translation>
    </message>
    <message>
        <source>Enter recovery words or a private key, or choose a keystore file.</source>
        <translation>请输入助记词或私钥，或选择 keystore 文件。</translation>
    </message>
    <message>
        <source>Where earnings go</source>
        <translation>收益去向</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Bring a key</source>
        <translation>导入密钥</translation>
    </message>
    <message>
        <source>Address only</source>
        <translation>仅地址</translation>
    </message>
    <message>
        <source>The key is kept in this computer&apos;s keychain, and nowhere else. Write its recovery words down, in the Wallet: without them a lost computer is lost earnings.</source>
        <translation>密钥只保存在本机的钥匙串中。请在钱包页抄下助记词：没有它，电脑丢了收益也就丢了。</translation>
    </message>
    <message>
        <source>24 words instead of twelve</source>
        <translation>用 24 个词代替 12 个</translation>
    </message>
    <message>
        <source>Its recovery words (12 to 24, English or Spanish), its private key, or a keystore file of any Ethereum wallet. It goes into this computer&apos;s keychain, and nowhere else.</source>
        <translation>助记词（12 至 24 个，英语或西班牙语）、私钥，或任何以太坊钱包的 keystore 文件。它只进入本机的钥匙串。</translation>
    </message>
    <message>
        <source>Recovery words or private key</source>
        <translation>助记词或私钥</translation>
    </message>
    <message>
        <source>Keystore file…</source>
        <translation>Keystore 文件…</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>不用文件</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件的密码</translation>
    </message>
    <message>
        <source>Its key stays where it is. Settlements are paid to it, and sent by whoever has gas money: another wallet, or surplusctl.</source>
        <translation>密钥留在原处。结算款付给该地址，由有手续费的一方发送：另一个钱包或 surplusctl。</translation>
    </message>
    <message>
        <source>Payout address</source>
        <translation>收款地址</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Keystore 文件</translation>
    </message>
</context>
<context>
    <name>PayoutDialog</name>
    <message>
        <source>Change address</source>
        <translation>更换地址</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在更换…</translation>
    </message>
    <message>
        <source>From then on new earnings go to the new address. What customers have promised to the present one is still paid to that: its key stays in the keychain, and you keep its backup. The present one:</source>
        <translation>此后新的收益付到新地址。客户承诺给当前地址的款项仍付给它：其密钥留在钥匙串中，请保留备份。当前地址：</translation>
    </message>
    <message>
        <source>Bring the key of this address</source>
        <translation>提供此地址的密钥</translation>
    </message>
    <message>
        <source>Bring the key</source>
        <translation>提供密钥</translation>
    </message>
    <message>
        <source>Earnings go to %1. With its key in this computer&apos;s keychain you can settle and send from here; no other key is taken.</source>
        <translation>收益付到 %1。其密钥存入本机钥匙串后，即可在此结算和发送；不接受其他密钥。</translation>
    </message>
</context>
<context>
    <name>PricesCard</name>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>For new leases. Leases that run keep theirs.</source>
        <translation>用于新租约。已有租约保持原价。</translation>
    </message>
    <message>
        <source>Keeping 1 GB for a day</source>
        <translation>保存 1 GB 一天</translation>
    </message>
    <message>
        <source>Retrieving 1 GB</source>
        <translation>取回 1 GB</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Keep sharing in the background?</source>
        <translation>在后台继续共享？</translation>
    </message>
    <message>
        <source>The engine can go on without this window. Open Surplus again to see it or to stop it.</source>
        <translation>引擎可以在没有此窗口的情况下继续运行。再次打开 Surplus 可以查看或停止它。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>停止共享</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>继续共享</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Demo on this computer</source>
        <translation>本机演示</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Resume sharing</source>
        <translation>恢复共享</translation>
    </message>
    <message>
        <source>Pause sharing</source>
        <translation>暂停共享</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要查看</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.</source>
        <translation>汇率由您自行设定，不会联网查询。由此得出的数值处处标明为估算。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>For one %1</source>
        <translation>一个 %1</translation>
    </message>
    <message>
        <source>%1 for one %2</source>
        <translation>%1 换一个 %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Such as %1; empty means none.</source>
        <translation>例如 %1；留空表示没有。</translation>
    </message>
    <message>
        <source>To compare the network&apos;s fee with an amount.</source>
        <translation>用于比较网络手续费与数额。</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Pause sharing</source>
        <translation>暂停共享</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>使用电池时</translation>
    </message>
    <message>
        <source>Resumes when plugged in</source>
        <translation>接通电源后恢复</translation>
    </message>
    <message>
        <source>When I&apos;m using the computer</source>
        <translation>我使用电脑时</translation>
    </message>
    <message numerus="yes">
        <source>Pauses storage. Resumes after %n min idle</source>
        <translation>
            <numerusform>暂停存储。空闲 %n 分钟后恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse</source>
        <translation>无按键和鼠标的分钟数</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>Such as a phone hotspot</source>
        <translation>例如手机热点</translation>
    </message>
    <message>
        <source>When it runs hot</source>
        <translation>温度过高时</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools</source>
        <translation>高于 %1 °C 时，直到降温</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools. %2 °C now</source>
        <translation>高于 %1 °C 时，直到降温。现在 %2 °C</translation>
    </message>
    <message>
        <source>Temperature to pause above</source>
        <translation>高于此温度时暂停</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>某程序运行时</translation>
    </message>
    <message>
        <source>Names as a process list shows them, with commas</source>
        <translation>进程列表中的名称，用逗号分隔</translation>
    </message>
    <message>
        <source>Programs that pause sharing</source>
        <translation>会暂停共享的程序</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Weekly schedule</source>
        <translation>每周计划</translation>
    </message>
    <message>
        <source>Hours to share in</source>
        <translation>共享时段</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation>夜间和周末</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send %1</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>A payment on %1. It can&apos;t be undone: tokens sent to a wrong address are gone.</source>
        <translation>在 %1 上付款一次。无法撤销：发到错误地址的代币就没了。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>目标地址</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>数额，%1</translation>
    </message>
    <message>
        <source>Amount to send</source>
        <translation>发送数额</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Your address holds %1 %2, and %3 for fees.</source>
        <translation>您的地址有 %1 %2，另有 %3 用于手续费。</translation>
    </message>
    <message>
        <source>You send</source>
        <translation>您发送</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>网络手续费，最多</translation>
    </message>
    <message>
        <source>Looking up the fee…</source>
        <translation>正在查询手续费…</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2 first.</source>
        <translation>您的地址有 %1，不够付手续费。请先转入一些 %2。</translation>
    </message>
    <message>
        <source>Compare the address with where you have it from. Your computer&apos;s keychain may ask for your password next.</source>
        <translation>请与原始地址核对。钥匙串接下来可能会要求输入密码。</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>等待钥匙串</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>已发送，等待确认；可以关闭此窗口。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>An address and an amount are needed.</source>
        <translation>需要地址和数额。</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>There is too little for the fee.</source>
        <translation>余额不够付手续费。</translation>
    </message>
    <message>
        <source>Send %1 %2</source>
        <translation>发送 %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 sent and confirmed</source>
        <translation>%1 %2 已发送并确认</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>网络手续费</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit Surplus…</source>
        <translation>退出 Surplus…</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Quit and open Surplus again to see it</source>
        <translation>退出并重新打开 Surplus 后可见</translation>
    </message>
    <message>
        <source>Applies with the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Turns off all animation</source>
        <translation>关闭所有动画</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位</translation>
    </message>
    <message>
        <source>Of amounts on the screen; files hold them exactly</source>
        <translation>屏幕上的金额；文件中保留精确值</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>启动与退出</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>登录时启动 Surplus</translation>
    </message>
    <message>
        <source>Opens in the tray</source>
        <translation>在托盘中打开</translation>
    </message>
    <message>
        <source>Opens minimised</source>
        <translation>以最小化方式打开</translation>
    </message>
    <message>
        <source>When I quit Surplus</source>
        <translation>退出 Surplus 时</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray</source>
        <translation>关闭窗口后留在托盘</translation>
    </message>
    <message>
        <source>Closing the window minimises it</source>
        <translation>关闭窗口即最小化</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>询问我</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>继续共享</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>停止共享</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Something needs attention</source>
        <translation>有事需要处理</translation>
    </message>
    <message>
        <source>Once for each problem that lasts five minutes</source>
        <translation>每个持续五分钟的问题通知一次</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>When one has arrived in your wallet</source>
        <translation>款项到达钱包时</translation>
    </message>
    <message>
        <source>History on this computer</source>
        <translation>本机上的历史</translation>
    </message>
    <message>
        <source>Keep details</source>
        <translation>保留明细</translation>
    </message>
    <message>
        <source>Quarter hours; earnings by day are kept for good</source>
        <translation>每刻钟的记录；每日收益永久保留</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Identity, ledger and settings of this machine, in one file under a password. The payout key has its recovery words</source>
        <translation>本机的身份、账本和设置，保存为一个加密文件。收款密钥由助记词备份</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>With the next start. What is here now is kept in a folder</source>
        <translation>下次启动时进行。现有内容保留在一个文件夹中</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>删除我的数据</translation>
    </message>
    <message>
        <source>From this computer, and ends Surplus</source>
        <translation>从本机删除，并退出 Surplus</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Where everything is</source>
        <translation>所有内容的位置</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of settings and history</source>
        <translation>打开设置与历史的文件夹</translation>
    </message>
    <message>
        <source>Engine: identity, ledger and log</source>
        <translation>引擎：身份、账本和日志</translation>
    </message>
    <message>
        <source>Open the engine&apos;s folder</source>
        <translation>打开引擎文件夹</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>客户存储的内容</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>打开客户存储内容的文件夹</translation>
    </message>
    <message>
        <source>Changes apply at once. Surplus %1</source>
        <translation>更改立即生效。Surplus %1</translation>
    </message>
    <message>
        <source>Rates for estimates</source>
        <translation>用于估算的汇率</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>设置汇率…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>None yet: what is earned stays a promise</source>
        <translation>尚未设置：收益仍只是承诺</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>链…</translation>
    </message>
    <message>
        <source>Weekly summary</source>
        <translation>每周摘要</translation>
    </message>
    <message>
        <source>Mondays at 09:00</source>
        <translation>每周一 09:00</translation>
    </message>
    <message>
        <source>Profile: settings and history</source>
        <translation>配置文件：设置和历史</translation>
    </message>
    <message>
        <source>%1
Another profile has settings, keys and an engine of its own: surplus --profile FOLDER</source>
        <translation>%1
另一个配置文件有自己的设置、密钥和引擎：surplus --profile 文件夹</translation>
    </message>
</context>
<context>
    <name>SettleCard</name>
    <message>
        <source>Settle</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Collects everything that is covered into one payment to your address.</source>
        <translation>把所有有担保的款项合成一笔付到您的地址。</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. No chain is set up yet: what customers promise stays pending.</source>
        <translation>在链上付款之前，收益只是承诺。尚未设置链：客户的承诺保持待定。</translation>
    </message>
    <message>
        <source>Whom it pays</source>
        <translation>付给谁</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>您收到</translation>
    </message>
    <message>
        <source>The former address receives</source>
        <translation>旧地址收到</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>网络手续费，最多</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or let somebody else settle for a fee in tokens.</source>
        <translation>您的地址有 %1，不够付手续费。请转入一些 %2，或让别人结算并收取代币手续费。</translation>
    </message>
    <message>
        <source>Settle by itself when the fee is at most</source>
        <translation>手续费不超过以下比例时自动结算</translation>
    </message>
    <message>
        <source>Fee at most, in percent of the amount</source>
        <translation>手续费上限，占数额的百分比</translation>
    </message>
    <message>
        <source>% of the amount</source>
        <translation>% 的数额</translation>
    </message>
    <message>
        <source>Set up a chain…</source>
        <translation>设置链…</translation>
    </message>
    <message>
        <source>Looking at the chain…</source>
        <translation>正在查看链…</translation>
    </message>
    <message>
        <source>There is nothing to settle</source>
        <translation>没有可结算的款项</translation>
    </message>
    <message>
        <source>Review and settle…</source>
        <translation>查看并结算…</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. None was set up before the first lease, so what customers promised stays pending.</source>
        <translation>在链上付款之前，收益只是承诺。第一份租约之前没有设置链，因此客户的承诺保持待定。</translation>
    </message>
    <message>
        <source>Why there is no chain…</source>
        <translation>为什么没有链…</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle your earnings</source>
        <translation>结算您的收益</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the permission</source>
        <translation>保存授权</translation>
    </message>
    <message>
        <source>Permission (*.json)</source>
        <translation>授权 (*.json)</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet</source>
        <translation>%1 %2 已到您的钱包</translation>
    </message>
    <message>
        <source>One payment on %1. It can&apos;t be undone.</source>
        <translation>在 %1 上付款一次。无法撤销。</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>您收到</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>网络手续费，最多</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>付给</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain may ask for your password next. Surplus never sees it.</source>
        <translation>钥匙串接下来可能会要求输入密码。Surplus 不会看到它。</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or sign a permission: whoever gets the file may settle for you within 7 days and keep at most the fee that you allow. The rest goes to your address and nowhere else.</source>
        <translation>您的地址有 %1，不够付手续费。请转入一些 %2，或签署授权：拿到文件的人可在 7 天内替您结算，并最多保留您允许的手续费。其余只会付到您的地址。</translation>
    </message>
    <message>
        <source>Fee in %1, at most</source>
        <translation>手续费（%1），最多</translation>
    </message>
    <message>
        <source>Fee for whoever settles, at most</source>
        <translation>给结算者的手续费，最多</translation>
    </message>
    <message>
        <source>Saved to %1. Give it to somebody who settles for others; it stands in your list until it is used or 7 days are over.</source>
        <translation>已保存到 %1。请交给替人结算的人；它会留在列表中，直到被使用或满 7 天。</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>等待钥匙串</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>已发送，等待确认；可以关闭此窗口。</translation>
    </message>
    <message>
        <source>Fee at most %1</source>
        <translation>手续费最多 %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The fee isn&apos;t known right now.</source>
        <translation>目前不知道手续费。</translation>
    </message>
    <message>
        <source>Settle %1 %2</source>
        <translation>结算 %1 %2</translation>
    </message>
    <message>
        <source>Only the key of the address that is paid can allow this.</source>
        <translation>只有收款地址的密钥才能授权。</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>签署并保存…</translation>
    </message>
    <message>
        <source>You received</source>
        <translation>您已收到</translation>
    </message>
    <message>
        <source>One payment on %1.</source>
        <translation>在 %1 上付款一次。</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>网络手续费</translation>
    </message>
</context>
<context>
    <name>SettlementsCard</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Settlements and payments</source>
        <translation>结算与付款</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 条</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>None yet. Each one will stand here with its transaction.</source>
        <translation>还没有。每一笔及其交易都会列在这里。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>数额，%1</translation>
    </message>
    <message>
        <source>Fee, %1</source>
        <translation>手续费，%1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Click to copy %1</source>
        <translation>点击复制 %1</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>What to share</source>
        <translation>共享什么</translation>
    </message>
    <message>
        <source>Get paid</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>暂时跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>以后继续</translation>
    </message>
    <message>
        <source>Choose a folder first</source>
        <translation>请先选择文件夹</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Start sharing</source>
        <translation>开始共享</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>引擎尚未运行。</translation>
    </message>
</context>
<context>
    <name>SetupPayout</name>
    <message>
        <source>Where do your earnings go?</source>
        <translation>收益付到哪里？</translation>
    </message>
    <message>
        <source>They are paid to this address.</source>
        <translation>收益付到此地址。</translation>
    </message>
    <message>
        <source>To a key of your own, which nobody else has, or to an address that you have already.</source>
        <translation>付给只有您拥有的密钥，或您已有的地址。</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Write down its recovery words. Without them a lost computer is lost earnings. It can be done later, in the Wallet.</source>
        <translation>请抄下助记词。没有它，电脑丢了收益也就丢了。也可以以后在钱包页进行。</translation>
    </message>
    <message>
        <source>Write them down…</source>
        <translation>抄写…</translation>
    </message>
</context>
<context>
    <name>SetupReady</name>
    <message>
        <source>On battery</source>
        <translation>使用电池时</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>Only when you say so</source>
        <translation>只在您要求时</translation>
    </message>
    <message>
        <source>You&apos;re ready</source>
        <translation>一切就绪</translation>
    </message>
    <message>
        <source>Surplus shares in the background; its icon is in the tray.</source>
        <translation>Surplus 在后台共享；图标在托盘中。</translation>
    </message>
    <message>
        <source>Surplus shares in the background. Closing its window minimises it.</source>
        <translation>Surplus 在后台共享。关闭窗口即最小化。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Up to %1 in %2</source>
        <translation>最多 %1，位于 %2</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>付给</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>And</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>登录时启动 Surplus</translation>
    </message>
    <message>
        <source>It stays out of your way</source>
        <translation>不会打扰您</translation>
    </message>
    <message>
        <source>Tell me when something needs attention</source>
        <translation>有事需要处理时通知我</translation>
    </message>
    <message>
        <source>At most one notification per problem</source>
        <translation>每个问题最多一条通知</translation>
    </message>
    <message>
        <source>Serve customers who have set no money aside</source>
        <translation>为未预留款项的客户服务</translation>
    </message>
    <message>
        <source>Up to a small amount each. What they promise may never be paid</source>
        <translation>每位客户限少量数额。他们的承诺可能永远不会支付</translation>
    </message>
    <message>
        <source>What happens now: customers find room here when you give them your address, from the Overview. Earnings appear as they store and fetch.</source>
        <translation>接下来：在概览页把您的地址交给客户，他们就会来存储。存取时会出现收益。</translation>
    </message>
</context>
<context>
    <name>SetupShare</name>
    <message>
        <source>What would you like to share?</source>
        <translation>您想共享什么？</translation>
    </message>
    <message>
        <source>Pick what this computer can spare. You can change or stop it later.</source>
        <translation>选择本机可以匀出的资源。以后可以更改或停止。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>保存他人文件的加密片段</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 / 可用 %2</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>存储上限</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>0 to %1 %2 a day for what is kept</source>
        <translation>存储每天 0 到 %1 %2</translation>
    </message>
    <message>
        <source>From no customer to a full folder, at your price; what customers fetch is paid on top. Not a promise.</source>
        <translation>从没有客户到存满，按您的价格计算；取回另外付费。不作承诺。</translation>
    </message>
    <message>
        <source>Disk: at most %1, and 1 GB always stays free.</source>
        <translation>磁盘：最多 %1，并始终保留 1 GB。</translation>
    </message>
    <message>
        <source>Traffic: what customers store and fetch. A speed limit and a monthly cap are on the Sharing page.</source>
        <translation>流量：客户存入和取回的内容。速度上限和每月上限在共享页面。</translation>
    </message>
    <message>
        <source>Power: next to nothing while the computer is on anyway. A computer left on for it alone uses more than it may earn.</source>
        <translation>电力：电脑本来就开着时几乎不增加。只为此开机，耗电可能多于收益。</translation>
    </message>
    <message>
        <source>Pauses by itself on battery and on metered networks.</source>
        <translation>使用电池和按流量计费的网络时自动暂停。</translation>
    </message>
    <message>
        <source>What others store here is encrypted before it arrives. Nothing is shared before the last step.</source>
        <translation>他人存储的内容在到达前已加密。最后一步之前不会共享任何内容。</translation>
    </message>
    <message>
        <source>Folder for what customers store</source>
        <translation>存放客户内容的文件夹</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>共享已暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running</source>
        <translation>引擎没有运行</translation>
    </message>
    <message>
        <source>What it shares can be changed once it runs again.</source>
        <translation>引擎再次运行后即可更改共享内容。</translation>
    </message>
    <message>
        <source>Nothing is shared yet</source>
        <translation>尚未共享任何内容</translation>
    </message>
    <message>
        <source>Choose a folder, a limit and where your earnings go.</source>
        <translation>请选择文件夹、上限和收益去向。</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>设置共享…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>保存他人文件的加密片段</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>存储上限</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>It holds what customers store. It can be changed once no lease is left.</source>
        <translation>其中有客户存储的内容。没有租约后才能更改。</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>引擎尚未运行。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the folder of what customers store</source>
        <translation>更改存放客户内容的文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>打开客户存储内容的文件夹</translation>
    </message>
    <message>
        <source>Changes apply at once. Files already stored stay until their lease ends.</source>
        <translation>更改立即生效。已存储的文件保留到租约结束。</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>尚未选择存储文件夹</translation>
    </message>
    <message>
        <source>No payout address is chosen yet</source>
        <translation>尚未选择收款地址</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>The engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>共享已暂停。已赚取的收益不会丢失。</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>设置共享…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>See the rules</source>
        <translation>查看规则</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>停止尝试</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
</context>
<context>
    <name>StopStoringDialog</name>
    <message>
        <source>Stop storing files?</source>
        <translation>停止存储文件？</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>继续共享</translation>
    </message>
    <message>
        <source>Stop storing</source>
        <translation>停止存储</translation>
    </message>
    <message>
        <source>%1 stays on this computer until its leases end, but customers can&apos;t fetch it while storage is off.</source>
        <translation>%1 会留在本机直到租约结束，但存储关闭期间客户无法取回。</translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 retrieved</source>
        <translation>已取回 %1</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>a unit such as GB</comment>
        <translation>%1 已存储</translation>
    </message>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation>
            <numerusform>提供 %1，%n 份租约</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageTrouble</name>
    <message>
        <source>That didn&apos;t work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Surplus %1</source>
        <translation>Surplus %1</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>引擎 %1</translation>
    </message>
    <message>
        <source>machine %1…%2</source>
        <translation>机器 %1…%2</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Surplus %1, engine %2, machine %3</source>
        <translation>Surplus %1，引擎 %2，机器 %3</translation>
    </message>
</context>
<context>
    <name>TrafficCard</name>
    <message>
        <source>Traffic and disk</source>
        <translation>流量与磁盘</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>What customers fetch</source>
        <translation>客户取回的内容</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>客户存储的内容</translation>
    </message>
    <message>
        <source>Data in a month</source>
        <translation>每月数据量</translation>
    </message>
    <message>
        <source>%1. Sharing pauses when it is used up</source>
        <translation>%1。用完后暂停共享</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>The month begins on day</source>
        <translation>每月起始日</translation>
    </message>
    <message>
        <source>As on your provider&apos;s bill</source>
        <translation>与运营商账单一致</translation>
    </message>
    <message>
        <source>Keep free on the disk</source>
        <translation>磁盘保留空间</translation>
    </message>
    <message>
        <source>Nothing new is stored beyond it</source>
        <translation>超过后不再存储新内容</translation>
    </message>
</context>
<context>
    <name>TypedAddress</name>
    <message>
        <source>An address is missing.</source>
        <translation>缺少地址。</translation>
    </message>
    <message>
        <source>An address begins with 0x.</source>
        <translation>地址以 0x 开头。</translation>
    </message>
    <message>
        <source>Character %1 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one.</source>
        <translation>第 %1 个字符不在 0 到 9、a 到 f 之内。字母 O 不是零，字母 l 不是一。</translation>
    </message>
    <message>
        <source>After 0x come 40 characters; these are %1.</source>
        <translation>0x 之后应有 40 个字符；这里有 %1 个。</translation>
    </message>
    <message>
        <source>One of its characters is mistyped: its checksum doesn&apos;t fit.</source>
        <translation>有一个字符输错了：校验和不符。</translation>
    </message>
    <message>
        <source>That is nobody&apos;s address: what is sent there is gone.</source>
        <translation>这个地址不属于任何人：发到那里的就没了。</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>A number is missing.</source>
        <translation>缺少数字。</translation>
    </message>
    <message>
        <source>It can&apos;t be less than zero.</source>
        <translation>不能小于零。</translation>
    </message>
    <message>
        <source>“%1” does not belong in a number.</source>
        <translation>“%1”不能出现在数字中。</translation>
    </message>
    <message>
        <source>A digit is missing before “%1”.</source>
        <translation>“%1”之前缺少一位数字。</translation>
    </message>
    <message>
        <source>A digit is missing after “%1”.</source>
        <translation>“%1”之后缺少一位数字。</translation>
    </message>
    <message>
        <source>That is too large.</source>
        <translation>数值太大。</translation>
    </message>
    <message>
        <source>“%1” could mean %2 or %3: type one of these.</source>
        <translation>“%1”可能表示 %2 或 %3：请输入其中一个。</translation>
    </message>
    <message>
        <source>“%1” can be there only once.</source>
        <translation>“%1”只能出现一次。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand there. The decimal sign is “%2”.</source>
        <translation>“%1”不能出现在那里。小数点是“%2”。</translation>
    </message>
    <message>
        <source>It has more than nine decimals.</source>
        <translation>小数超过九位。</translation>
    </message>
    <message>
        <source>It has to be from %1 to %2.</source>
        <translation>必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <source>It has to be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
</context>
<context>
    <name>WalletPage</name>
    <message>
        <source>Wallet</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>助记词</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>更换地址…</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>链…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>Sharing goes on within the limits, with what the chain said last. %1</source>
        <translation>在限额内按链上最后的信息继续共享。%1</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: share</source>
        <comment>an hour of a day</comment>
        <translation>%1：共享</translation>
    </message>
    <message>
        <source>%1: pause</source>
        <comment>an hour of a day</comment>
        <translation>%1：暂停</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Recovery words</source>
        <translation>助记词</translation>
    </message>
    <message>
        <source>Now from your paper: three of them.</source>
        <translation>现在请看您的纸，填写其中三个。</translation>
    </message>
    <message>
        <source>Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.</source>
        <translation>拥有这些词的人就拥有您的收益；没有它们和本机，谁也拿不到。请按此顺序手抄，并把纸放在别人看不到的地方。</translation>
    </message>
    <message>
        <source>Word %1</source>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>显示助记词</translation>
    </message>
    <message>
        <source>I&apos;ve written them down</source>
        <translation>我已抄下</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>等待钥匙串</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>All three words are needed</source>
        <translation>需要全部三个词</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>第 %1 个词：%2</translation>
    </message>
</context>
<context>
    <name>surplus::AutoSettleModel</name>
    <message>
        <source>The share must be a number from 0.01 to 50.</source>
        <translation>比例必须是 0.01 到 50 之间的数。</translation>
    </message>
    <message>
        <source>Looks every ten minutes while Surplus is open.</source>
        <translation>Surplus 打开时每十分钟查看一次。</translation>
    </message>
    <message>
        <source>%1: nothing to settle.</source>
        <translation>%1：没有可结算的款项。</translation>
    </message>
    <message>
        <source>%1: the fee would be more than what is settled. Waiting.</source>
        <translation>%1：手续费会高于结算额。等待中。</translation>
    </message>
    <message>
        <source>%1: the fee would be up to %2 of the amount. Waiting.</source>
        <translation>%1：手续费最多为数额的 %2。等待中。</translation>
    </message>
    <message>
        <source>%1: your address holds too little %2 for the fee.</source>
        <translation>%1：您的地址没有足够的 %2 付手续费。</translation>
    </message>
    <message>
        <source>%1: the keychain isn&apos;t open. Waiting.</source>
        <translation>%1：钥匙串未打开。等待中。</translation>
    </message>
    <message>
        <source>%1: settled, for a fee of at most %2 of the amount.</source>
        <translation>%1：已结算，手续费最多为数额的 %2。</translation>
    </message>
    <message>
        <source>%1: %2 Trying again.</source>
        <translation>%1：%2 将再次尝试。</translation>
    </message>
    <message>
        <source>Waits for a rate: in the Settings, say what one %1 is worth, so that fee and amount can be compared.</source>
        <translation>等待汇率：请在设置中填写一个 %1 的价值，以便比较费用与金额。</translation>
    </message>
</context>
<context>
    <name>surplus::ChartImage</name>
    <message>
        <source>The picture can&apos;t be written to %1. Choose another folder, or free some space.</source>
        <translation>无法把图片写入 %1。请选择其他文件夹或腾出空间。</translation>
    </message>
</context>
<context>
    <name>surplus::Checks</name>
    <message>
        <source>The engine keeps stopping. %1</source>
        <translation>引擎反复停止。%1</translation>
    </message>
    <message>
        <source>The engine stopped and is started again by itself. %1</source>
        <translation>引擎已停止，正在自动重新启动。%1</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so nothing is shared.</source>
        <translation>引擎没有运行，因此没有共享任何内容。</translation>
    </message>
    <message>
        <source>The engine is starting or stopping. Check again in a moment.</source>
        <translation>引擎正在启动或停止，请稍后再检查。</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Running. No unexpected stops in 30 days.</source>
        <translation>正在运行。30 天内没有意外停止。</translation>
    </message>
    <message numerus="yes">
        <source>Running. %n unexpected stop(s) in 30 days.</source>
        <translation>
            <numerusform>正在运行。30 天内意外停止 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check. The engine isn&apos;t running.</source>
        <translation>无法检查：引擎没有运行。</translation>
    </message>
    <message>
        <source>The engine runs %1, this program is %2. It goes on working; a restart brings it up to date.</source>
        <translation>引擎版本为 %1，本程序为 %2。它仍可工作；重新启动即可更新。</translation>
    </message>
    <message>
        <source>Engine %1 and this program %2 fit together.</source>
        <translation>引擎 %1 与本程序 %2 相符。</translation>
    </message>
    <message>
        <source>No folder was chosen yet.</source>
        <translation>尚未选择文件夹。</translation>
    </message>
    <message>
        <source>The storage folder %1 isn&apos;t there. If it is on another disk, connect it.</source>
        <translation>存储文件夹 %1 不在。如果它在另一块磁盘上，请连接。</translation>
    </message>
    <message>
        <source>%1 free, and %2 is to stay free: nothing new is stored. Make room, or lower what stays free.</source>
        <translation>剩余 %1，而应保留 %2：不再存储新内容。请腾出空间，或减少保留量。</translation>
    </message>
    <message>
        <source>%1 is in use, above the limit of %2: nothing new is stored until it falls below.</source>
        <translation>已用 %1，超过上限 %2：降到上限以下之前不再存储新内容。</translation>
    </message>
    <message>
        <source>The disk of the engine&apos;s data, %1, is full: what customers promise can&apos;t be written down, so they are served no further than their credit. Free some space; then it goes on by itself.</source>
        <translation>引擎数据所在的磁盘 %1 已满：客户的承诺无法记录，因此只在其信用额度内提供服务。请腾出空间，之后会自动继续。</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the engine&apos;s data, %2. Once it is full, what customers promise can&apos;t be written down. Free some space.</source>
        <translation>引擎数据所在的磁盘仅剩 %1 可用（%2）。磁盘满后将无法记录客户的承诺。请腾出空间。</translation>
    </message>
    <message>
        <source>The engine can&apos;t use its data in %1. See whether that disk is well, then start the engine again. It said: %2</source>
        <translation>引擎无法使用 %1 中的数据。请检查该磁盘是否正常，然后重新启动引擎。它报告：%2</translation>
    </message>
    <message>
        <source>What a customer stores can&apos;t be written to %1. Free some space on that disk, or see whether it is well.</source>
        <translation>无法把客户存储的内容写入 %1。请在该磁盘上腾出空间，或检查磁盘是否正常。</translation>
    </message>
    <message>
        <source>%1 free. %2 of the %3 offered for storage is unused.</source>
        <translation>剩余 %1。提供的 %3 中有 %2 未使用。</translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the engine didn&apos;t answer.</source>
        <translation>无法检查：引擎没有应答。</translation>
    </message>
    <message>
        <source>Nothing is stored for customers now.</source>
        <translation>目前没有为客户存储内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s), %1, are there and whole in size. Customers&apos; own audits look at their content.</source>
        <translation>
            <numerusform>%n 个已存文件（%1）都在且大小完整。内容由客户自己的审计检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: this system doesn&apos;t say.</source>
        <translation>无法检查：此系统没有提供信息。</translation>
    </message>
    <message>
        <source>The clock isn&apos;t kept right over the network. Vouchers and leases go by it: switch automatic time on in the system&apos;s settings.</source>
        <translation>时钟没有通过网络校准。凭证和租约都以它为准：请在系统设置中打开自动时间。</translation>
    </message>
    <message>
        <source>Right to within %1 s.</source>
        <translation>误差在 %1 秒以内。</translation>
    </message>
    <message>
        <source>No payout address was chosen yet.</source>
        <translation>尚未选择收款地址。</translation>
    </message>
    <message>
        <source>It answered last %1.</source>
        <translation>上次应答：%1。</translation>
    </message>
    <message>
        <source>It has not answered since the engine started.</source>
        <translation>引擎启动以来没有应答。</translation>
    </message>
    <message>
        <source>The chain can&apos;t be read: %1 %2 Vouchers go on being taken.</source>
        <translation>无法读取链：%1 %2 仍会接收凭证。</translation>
    </message>
    <message>
        <source>Nothing was earned yet.</source>
        <translation>还没有收益。</translation>
    </message>
    <message>
        <source>%1 %2 earned. No chain is set up, so nothing of it is set aside yet.</source>
        <translation>已赚取 %1 %2。尚未设置链，因此还没有预留任何款项。</translation>
    </message>
    <message>
        <source>All that was earned is settled.</source>
        <translation>全部收益都已结算。</translation>
    </message>
    <message>
        <source>Customers have set aside %1 % of what isn&apos;t settled yet.</source>
        <translation>客户已为未结算款项预留了 %1 %。</translation>
    </message>
    <message>
        <source>The payout key is stored and readable.</source>
        <translation>收款密钥已保存且可读取。</translation>
    </message>
    <message>
        <source>The payout key is kept elsewhere; this computer knows its address only.</source>
        <translation>收款密钥保存在别处；本机只知道其地址。</translation>
    </message>
    <message>
        <source>The payout key can&apos;t be read: %1 Earning goes on; settling waits.</source>
        <translation>无法读取收款密钥：%1 仍会继续赚取；结算需要等待。</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>存储文件夹 %1 所在的磁盘没有应答。如果是网络驱动器，请查看其服务器是否在线。</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</source>
        <translation>
            <numerusform>%n 个已存文件缺失、不完整或无法读取，例如 %2 中的 %1。如果您有这些文件，请放回原处；否则客户不会为其付款。</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the storage folder can&apos;t be read.</source>
        <translation>无法检查：存储文件夹无法读取。</translation>
    </message>
    <message>
        <source>%1 stored for customers. No file was noticed missing or cut short; run the checks again to look at each.</source>
        <translation>已为客户存储 %1。未发现缺失或不完整的文件；再次检查会逐个查看。</translation>
    </message>
</context>
<context>
    <name>surplus::ChecksModel</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Stored files</source>
        <translation>已存文件</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>更改限额</translation>
    </message>
    <message>
        <source>Open Wallet</source>
        <translation>打开钱包</translation>
    </message>
    <message>
        <source>Ask the keychain</source>
        <translation>询问钥匙串</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n 项需要修复</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>没有需要修复的</translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n 项正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n 项未检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>检查于 %1</translation>
    </message>
</context>
<context>
    <name>surplus::ConditionsModel</name>
    <message>
        <source>Off: sharing goes on day and night.</source>
        <translation>关闭：日夜共享。</translation>
    </message>
    <message>
        <source>Nothing is painted, so nothing is ever shared.</source>
        <translation>没有选中任何时段，因此从不共享。</translation>
    </message>
    <message>
        <source>Sharing day and night.</source>
        <translation>日夜共享。</translation>
    </message>
    <message>
        <source>Sharing now. Pauses %1.</source>
        <translation>正在共享。%1 暂停。</translation>
    </message>
    <message>
        <source>Paused now. Shares again %1.</source>
        <translation>已暂停。%1 再次共享。</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether it runs on battery (UPower).</source>
        <translation>此处不可用：系统没有说明是否使用电池（UPower）。</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether its network is metered (NetworkManager).</source>
        <translation>此处不可用：系统没有说明网络是否按流量计费（NetworkManager）。</translation>
    </message>
    <message>
        <source>Not available here: no temperature sensor was found.</source>
        <translation>此处不可用：没有找到温度传感器。</translation>
    </message>
    <message>
        <source>Not available here: no desktop session says how long it has been unused.</source>
        <translation>此处不可用：没有桌面会话说明空闲了多久。</translation>
    </message>
    <message>
        <source>Not available here: the list of processes can&apos;t be read.</source>
        <translation>此处不可用：无法读取进程列表。</translation>
    </message>
</context>
<context>
    <name>surplus::Desktop</name>
    <message>
        <source>Open Surplus</source>
        <translation>打开 Surplus</translation>
    </message>
    <message>
        <source>Pause this computer</source>
        <translation>暂停本机</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>3 小时</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>12 小时</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>到明天 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>直到我恢复</translation>
    </message>
    <message>
        <source>Resume this computer</source>
        <translation>恢复本机</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Today so far: %1 %2</source>
        <translation>今天至今：%1 %2</translation>
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
        <translation>引擎反复停止</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>共享已暂停。已赚取的收益不会丢失。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Sharing needs attention</source>
        <translation>共享需要处理</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet.</source>
        <translation>%1 %2 已到您的钱包。</translation>
    </message>
    <message>
        <source>%1 %2 earned last week</source>
        <translation>上周收益 %1 %2</translation>
    </message>
    <message>
        <source>Uptime %1.</source>
        <translation>在线率 %1。</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1，需要处理</translation>
    </message>
</context>
<context>
    <name>surplus::EarningsModel</name>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 的时间未知，未计入</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1 %2 – %3 %4</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1，%2，%3 代币</translation>
    </message>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation>
            <numerusform>。%n 段没有数据</numerusform>
        </translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>已担保</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1 起的一周</translation>
    </message>
    <message>
        <source>Per quarter hour</source>
        <translation>每刻钟</translation>
    </message>
    <message>
        <source>Average per quarter hour</source>
        <translation>每刻钟平均</translation>
    </message>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation>
            <numerusform>%n 个刻钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Average per full hour</source>
        <translation>每完整小时平均</translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation>
            <numerusform>%n 个完整小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Average per full day</source>
        <translation>每完整天平均</translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n 个完整天</numerusform>
        </translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Average per full week</source>
        <translation>每完整周平均</translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation>
            <numerusform>%n 个完整周</numerusform>
        </translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Average per full month</source>
        <translation>每完整月平均</translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation>
            <numerusform>%n 个完整月</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>按计划暂停</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>没有数据</translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation>
            <numerusform>本月至今 %1，其余每天按 %2 计：最近 %n 个有记录日的平均值。五次中有四次在 %3 到 %4 之间。不作承诺。</numerusform>
        </translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>无法把表格写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The history is too busy to be written to a file. Try again in a moment.</source>
        <translation>历史太忙，无法写入文件。请稍后重试。</translation>
    </message>
</context>
<context>
    <name>surplus::Format</name>
    <message>
        <source>tomorrow, %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>surplus::LogModel</name>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 / %2 行</translation>
    </message>
</context>
<context>
    <name>surplus::MachineModel</name>
    <message>
        <source>The engine keeps stopping</source>
        <translation>引擎反复停止</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not sharing</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>Start when you like</source>
        <translation>随时可以启动</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Usually under a minute</source>
        <translation>通常不到一分钟</translation>
    </message>
    <message>
        <source>The storage disk isn&apos;t there</source>
        <translation>存储磁盘不在</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>尚未设置</translation>
    </message>
    <message>
        <source>Storage is switched off</source>
        <translation>存储已关闭</translation>
    </message>
    <message>
        <source>%1. All is well.</source>
        <translation>%1。一切正常。</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>共享已暂停。已赚取的收益不会丢失。</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>%1前更新</translation>
    </message>
    <message>
        <source>Restarting in %1</source>
        <translation>%1后重启</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>第 %1 次尝试，共 %2 次</translation>
    </message>
    <message>
        <source>Longer than usual</source>
        <translation>比平时久</translation>
    </message>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>比平时要久。</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>存储文件夹 %1 所在的磁盘没有应答。如果是网络驱动器，请查看其服务器是否在线。</translation>
    </message>
    <message>
        <source>The storage folder isn&apos;t there</source>
        <translation>存储文件夹不在</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If it is on another disk, connect it; until then nothing can be fetched, and keeping isn&apos;t paid.</source>
        <translation>找不到 %1。如果它在另一块磁盘上，请连接；在此之前无法取回内容，也不支付保管费。</translation>
    </message>
    <message>
        <source>Nothing can be fetched until it answers.</source>
        <translation>在它响应之前无法取回任何内容。</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>尚未选择存储文件夹</translation>
    </message>
</context>
<context>
    <name>surplus::PauseWords</name>
    <message>
        <source>By you</source>
        <translation>由您</translation>
    </message>
    <message>
        <source>By schedule</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>使用电池时</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>Running hot</source>
        <translation>温度过高</translation>
    </message>
    <message>
        <source>Running hot, %1 °C</source>
        <translation>温度过高，%1 °C</translation>
    </message>
    <message>
        <source>You&apos;re using the computer</source>
        <translation>您正在使用电脑</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>某程序运行时</translation>
    </message>
    <message>
        <source>While %1 runs</source>
        <translation>%1 正在运行</translation>
    </message>
    <message>
        <source>This month&apos;s data is used up</source>
        <translation>本月数据已用完</translation>
    </message>
    <message>
        <source>By a rule of a newer version</source>
        <translation>因较新版本的规则</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，直到 %2</translation>
    </message>
    <message>
        <source>By you, until you resume</source>
        <translation>由您，直到恢复</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutKeys</name>
    <message>
        <source>Your keychain is locked, so no key was made. Unlock it and try again, or use an address you have.</source>
        <translation>钥匙串已锁定，因此没有生成密钥。请解锁后重试，或使用已有地址。</translation>
    </message>
    <message>
        <source>No keychain is running on this computer, so no key was made. Start GNOME Keyring, KWallet or another secret service and try again, or use an address you have.</source>
        <translation>本机没有运行钥匙串，因此没有生成密钥。请启动 GNOME Keyring、KWallet 或其他服务后重试，或使用已有地址。</translation>
    </message>
    <message>
        <source>Your keychain does not let Surplus in, so no key was made. Allow it in the keychain&apos;s settings and try again, or use an address you have.</source>
        <translation>钥匙串不允许 Surplus 访问，因此没有生成密钥。请在其设置中允许后重试，或使用已有地址。</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain can&apos;t be used: %1. No key was made. Try again, or use an address you have.</source>
        <translation>本机的钥匙串不可用：%1。没有生成密钥。请重试，或使用已有地址。</translation>
    </message>
    <message>
        <source>There is a payout address already. A second key would leave the first one&apos;s earnings behind.</source>
        <translation>已经有收款地址。第二个密钥会丢下第一个的收益。</translation>
    </message>
    <message>
        <source>The key of the present address isn&apos;t backed up. What was promised to it is paid to it only: write its words down first. Nothing was changed.</source>
        <translation>当前地址的密钥没有备份。承诺给它的款项只付给它：请先抄下助记词。没有作任何更改。</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words.</source>
        <translation>私钥为 64 个字符（0 到 9、a 到 f）；助记词为 12 至 24 个。</translation>
    </message>
    <message>
        <source>No key could be made. Try again.</source>
        <translation>无法生成密钥。请重试。</translation>
    </message>
    <message>
        <source>The key of this address is not kept here. Use the wallet that holds it.</source>
        <translation>此地址的密钥不在这里。请使用保存它的钱包。</translation>
    </message>
    <message>
        <source>Your keychain gave no key. Unlock it and try again; nothing was changed.</source>
        <translation>钥匙串没有给出密钥。请解锁后重试；没有作任何更改。</translation>
    </message>
    <message>
        <source>The keychain holds another key than this address needs. Nothing was signed.</source>
        <translation>钥匙串中的密钥与此地址不符。没有签署任何内容。</translation>
    </message>
    <message>
        <source>This key came without recovery words. Keep the backup that you have of it.</source>
        <translation>此密钥没有附带助记词。请保留您已有的备份。</translation>
    </message>
    <message>
        <source>Earnings go to this address already. Nothing was changed.</source>
        <translation>收益已经付到此地址。没有作任何更改。</translation>
    </message>
    <message>
        <source>Character %1 of this private key is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.</source>
        <translation>此私钥的第 %1 个字符不在 0 到 9、a 到 f 之内。字母 O 不是零，字母 l 不是一：请重新复制。</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f, and this one has %1. Copy the whole of it.</source>
        <translation>私钥为 64 个字符（0 到 9、a 到 f），而这个有 %1 个。请完整复制。</translation>
    </message>
    <message>
        <source>This is the key of another address, %1. Bring the key of the present one; to be paid to this one, use Change address. Nothing was changed.</source>
        <translation>这是另一个地址 %1 的密钥。请提供当前地址的密钥；若要改为付到此地址，请使用“更换地址”。没有作任何更改。</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutModel</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>钥匙串已锁定</translation>
    </message>
    <message>
        <source>No keychain is running</source>
        <translation>没有运行钥匙串</translation>
    </message>
    <message>
        <source>Your keychain refuses access</source>
        <translation>钥匙串拒绝访问</translation>
    </message>
    <message>
        <source>Your payout key is gone from the keychain</source>
        <translation>收款密钥已不在钥匙串中</translation>
    </message>
    <message>
        <source>The keychain holds another key</source>
        <translation>钥匙串中是另一个密钥</translation>
    </message>
    <message>
        <source>Your keychain can&apos;t be read</source>
        <translation>无法读取钥匙串</translation>
    </message>
    <message>
        <source>%1 What is earned for %2 still counts, and no other key is made.</source>
        <translation>%1 为 %2 赚取的收益仍然有效，也不会生成其他密钥。</translation>
    </message>
    <message>
        <source>Unlock it, most easily by logging in again, then check again.</source>
        <translation>请解锁，最简单的办法是重新登录，然后再次检查。</translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keychain (GNOME Keyring, KWallet or another secret service), then check again.</source>
        <translation>请启动桌面的钥匙串（GNOME Keyring、KWallet 或其他服务），然后再次检查。</translation>
    </message>
    <message>
        <source>Allow Surplus in your keychain&apos;s settings, then check again.</source>
        <translation>请在钥匙串设置中允许 Surplus，然后再次检查。</translation>
    </message>
    <message>
        <source>It said: %1. Quit Surplus and start it again; if that does not help, restart the computer.</source>
        <translation>它报告：%1。请退出并重新启动 Surplus；若无效，请重启电脑。</translation>
    </message>
    <message>
        <source>Paste the address that earnings should go to.</source>
        <translation>请粘贴收益要付到的地址。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2. Choose another one.</source>
        <translation>无法读取文件 %1：%2。请选择其他文件。</translation>
    </message>
    <message>
        <source>The engine can&apos;t be reached, so it could not be told of a new address. Nothing was changed; try again when it runs.</source>
        <translation>无法连接引擎，因此没能告知新地址。没有作任何更改；请在它运行时重试。</translation>
    </message>
    <message>
        <source>The address is on record here, but the engine did not take it and still names the earlier one: %1 Try again.</source>
        <translation>地址已在此记录，但引擎没有接受，仍使用旧地址：%1 请重试。</translation>
    </message>
    <message>
        <source>Bring its recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back. Without the key, what is paid to this address can&apos;t be used.</source>
        <translation>请在钱包页用“提供其密钥…”提供其助记词、私钥或 keystore 文件，或恢复钥匙串的备份。没有密钥，付到此地址的款项无法使用。</translation>
    </message>
    <message>
        <source>It belongs to another address. Bring this one&apos;s recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back.</source>
        <translation>它属于另一个地址。请在钱包页用“提供其密钥…”提供本地址的助记词、私钥或 keystore 文件，或恢复钥匙串的备份。</translation>
    </message>
</context>
<context>
    <name>surplus::SendModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your tokens are untouched; the network kept %1 %2.</source>
        <translation>付款未成功。您的代币没有变动；网络收取了 %1 %2。</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was sent.</source>
        <translation>此地址的另一笔交易先到，因此这笔没有发生。没有发送任何款项。</translation>
    </message>
</context>
<context>
    <name>surplus::SettingsModel</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The history is too busy. Try again in a moment.</source>
        <translation>历史太忙。请稍后重试。</translation>
    </message>
</context>
<context>
    <name>surplus::SharingModel</name>
    <message>
        <source>%1 in use</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>%1, %2 free on disk</source>
        <translation>%1，磁盘剩余 %2</translation>
    </message>
    <message>
        <source>%1 is in use. Nothing new will be stored until it falls below the limit.</source>
        <translation>已用 %1。降到上限以下之前不再存储新内容。</translation>
    </message>
    <message>
        <source>%1 of %2 used this month</source>
        <translation>本月已用 %1 / %2</translation>
    </message>
    <message>
        <source>%1 moved this month</source>
        <translation>本月传输 %1</translation>
    </message>
    <message>
        <source>Give the whole path of the folder: it begins with /.</source>
        <translation>请填写文件夹的完整路径：以 / 开头。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Nothing can be stored in %1.</source>
        <translation>%1 中无法存储任何内容。</translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>尚未设置</translation>
    </message>
    <message>
        <source>Storage was off</source>
        <translation>存储已关闭</translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>按计划暂停</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <source>The storage disk was not there</source>
        <translation>存储磁盘不在</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>意外停止</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>没有数据</translation>
    </message>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation>
            <numerusform>%n 天的在线率：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Surplus wasn&apos;t set up yet</source>
        <translation>当时尚未设置 Surplus</translation>
    </message>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 的时间未知，未计入</translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.</source>
        <translation>付款未成功。您的收益没有变动；网络收取了 %1 %2。请重试或等待更低的手续费。</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was paid and nothing is lost. Try again.</source>
        <translation>此地址的另一笔交易先到，因此这笔没有发生。没有付款，也没有损失。请重试。</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>尚未在链上预留；可能永远不会支付。</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>已担保</translation>
    </message>
    <message>
        <source>Set aside for you on the chain. Yours to settle whenever you like.</source>
        <translation>已在链上为您预留。您可以随时结算。</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Tried and not covered. Its customer is not served until it pays.</source>
        <translation>已尝试但没有担保。该客户付款之前不再为其服务。</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation>
            <numerusform>已付到您的地址，共 %n 次结算。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid to your address.</source>
        <translation>已付到您的地址。</translation>
    </message>
    <message>
        <source>≈ %1%2 estimate</source>
        <translation>≈ %1%2 估算</translation>
    </message>
    <message>
        <source>&lt; %1%2 estimate</source>
        <translation>&lt; %1%2 估算</translation>
    </message>
    <message>
        <source>Present address</source>
        <translation>当前地址</translation>
    </message>
    <message>
        <source>Former, %1</source>
        <translation>以前的，%1</translation>
    </message>
    <message>
        <source>%1 %2 is covered, but settling it would cost more than it brings at the present fee. It can wait.</source>
        <translation>%1 %2 有担保，但按当前手续费结算得不偿失。可以等待。</translation>
    </message>
    <message>
        <source>Nothing is covered and unsettled right now.</source>
        <translation>目前没有有担保且未结算的款项。</translation>
    </message>
    <message>
        <source>%1 %2 that is not covered isn&apos;t included</source>
        <translation>没有担保的 %1 %2 不包括在内</translation>
    </message>
    <message>
        <source>≈ %1 %2 estimate</source>
        <translation>≈ %1 %2 估算</translation>
    </message>
    <message>
        <source>The fee is high for this amount: up to %1. Waiting usually costs nothing.</source>
        <translation>对此数额来说手续费偏高：最多 %1。等待通常没有代价。</translation>
    </message>
    <message>
        <source>The fee is under %1 of the amount.</source>
        <translation>手续费低于数额的 %1。</translation>
    </message>
    <message>
        <source>The fee is up to %1 of the amount.</source>
        <translation>手续费最多为数额的 %1。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Confirming, %1 of %2</source>
        <translation>确认中，%1 / %2</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Didn&apos;t go through</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被替换</translation>
    </message>
    <message>
        <source>Others may settle it</source>
        <translation>他人可以结算</translation>
    </message>
    <message>
        <source>Nobody settled it</source>
        <translation>无人结算</translation>
    </message>
    <message>
        <source>%1 %2 bounced</source>
        <translation>%1 %2 被退回</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation>
            <numerusform>略过 %n 张凭证：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>无法把表格写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>1 %1 ≈ %2%3, as you said</source>
        <translation>1 %1 ≈ %2%3，按您的设定</translation>
    </message>
    <message>
        <source>None: amounts are shown in tokens only</source>
        <translation>无：金额仅以代币显示</translation>
    </message>
    <message>
        <source>Set a rate in the Settings to see what share of the amount that is.</source>
        <translation>在设置中填写汇率，即可看到它占金额的比例。</translation>
    </message>
    <message>
        <source>A rate is above zero; empty means none.</source>
        <translation>汇率大于零；留空表示没有。</translation>
    </message>
    <message>
        <source>An endpoint is missing.</source>
        <translation>缺少端点。</translation>
    </message>
    <message>
        <source>Record damaged</source>
        <translation>记录已损坏</translation>
    </message>
    <message>
        <source>%1 %2 of it were settled in time</source>
        <translation>其中 %1 %2 已按时结算</translation>
    </message>
    <message>
        <source>%1 %2 of it is promised ahead: not earned yet, and kept against what comes</source>
        <translation>其中 %1 %2 为预先承诺：尚未赚得，将抵扣之后的收益</translation>
    </message>
    <message>
        <source>The fee has to be less than the %1 %2 that are settled.</source>
        <translation>手续费必须小于结算的 %1 %2。</translation>
    </message>
</context>
<context>
    <name>surplus::WordsModel</name>
    <message>
        <source>This isn&apos;t word %1. Look at your paper, or go back to the words.</source>
        <translation>这不是第 %1 个词。请看您的纸，或返回查看助记词。</translation>
    </message>
</context>
</TS>
