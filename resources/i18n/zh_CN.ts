<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AccountsPage</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Accounts and rights</source>
            <translation>账号与权限</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Close account</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>Close the account of {name}?</source>
            <translation>停用{name}的账号？</translation>
        </message>
        <message>
            <source>Deed</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Duties beside the role</source>
            <translation>专项职责</translation>
        </message>
        <message>
            <source>Duties of {name}</source>
            <translation>{name}的专项职责</translation>
        </message>
        <message>
            <source>Duties…</source>
            <translation>专项职责…</translation>
        </message>
        <message>
            <source>Every line is signed and follows its predecessor</source>
            <translation>每条均有签名并首尾相连</translation>
        </message>
        <message>
            <source>Give the store key</source>
            <translation>开通记录库</translation>
        </message>
        <message>
            <source>Key file log</source>
            <translation>密钥文件日志</translation>
        </message>
        <message>
            <source>Log-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Only in the organization department; from the next log-in</source>
            <translation>仅限组织部门人员，下次登录起生效</translation>
        </message>
        <message>
            <source>Only to suggest who else should be in the room at a talk</source>
            <translation>仅用于谈话时提示是否需要另一名同志参加</translation>
        </message>
        <message>
            <source>Open an account</source>
            <translation>新增账号</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Reset password</source>
            <translation>重设口令</translation>
        </message>
        <message>
            <source>Reset the password of {name}?</source>
            <translation>重设{name}的口令？</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The account sets a new password at its next log-in; a key holder then gives it the store key again.</source>
            <translation>该账号下次登录时设置新口令，之后须由安全保密管理员或中心负责人重新开通记录库。</translation>
        </message>
        <message>
            <source>The log does not hold: a line was changed or removed</source>
            <translation>日志校验未通过：有记录被改动或删除</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>What the person did stays with the name; the log-in is refused from now on.</source>
            <translation>其办理的事项仍记在其名下，今后不能登录。</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>closed an account</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>copied a backup</source>
            <translation>复制备份</translation>
        </message>
        <message>
            <source>gave the store key</source>
            <translation>开通记录库</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>opened an account</source>
            <translation>新增账号</translation>
        </message>
        <message>
            <source>password set, waits for the store key</source>
            <translation>已设口令，待开通记录库</translation>
        </message>
        <message>
            <source>reset a password</source>
            <translation>重设口令</translation>
        </message>
        <message>
            <source>restored a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>set the own password</source>
            <translation>设置本人口令</translation>
        </message>
        <message>
            <source>sets a password at the first log-in</source>
            <translation>首次登录时设置口令</translation>
        </message>
        <message>
            <source>{count} accounts, {waiting} wait for the store key</source>
            <translation>{count}个账号，{waiting}个待开通记录库</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Appeals</source>
            <translation>诉求(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>关于本系统</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>全部命令</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>修改口令</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>关闭标签</translation>
        </message>
        <message>
            <source>Confirm the recovery sheet</source>
            <translation>核对应急恢复单</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>剪切</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Hide screen</source>
            <translation>遮屏</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Keys at a glance</source>
            <translation>快捷键一览</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Lock screen</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>下一标签</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>上一标签</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出系统</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>最近打开的件</translation>
        </message>
        <message>
            <source>Redo typing</source>
            <translation>恢复输入</translation>
        </message>
        <message>
            <source>Register an appeal</source>
            <translation>登记诉求</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小文字</translation>
        </message>
        <message>
            <source>Undo typing</source>
            <translation>撤销输入</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>中文</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>Abandon an import</source>
            <translation>放弃导入</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Accept a suggestion</source>
            <translation>采纳谈话建议</translation>
        </message>
        <message>
            <source>Add a code</source>
            <translation>新增代码</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>新增人员</translation>
        </message>
        <message>
            <source>Add a unit</source>
            <translation>新增单位</translation>
        </message>
        <message>
            <source>Add difficulties</source>
            <translation>登记困难问题</translation>
        </message>
        <message>
            <source>Add labels</source>
            <translation>新增标签</translation>
        </message>
        <message>
            <source>Add material</source>
            <translation>添加材料</translation>
        </message>
        <message>
            <source>Adopt</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Allow an inspection</source>
            <translation>批准查阅</translation>
        </message>
        <message>
            <source>Amend</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Amend a person</source>
            <translation>修改人员</translation>
        </message>
        <message>
            <source>Amend a talk record</source>
            <translation>修改谈话记录</translation>
        </message>
        <message>
            <source>Anchor the key log</source>
            <translation>密钥日志入链</translation>
        </message>
        <message>
            <source>Annotate</source>
            <translation>加注</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>Arrange a revisit</source>
            <translation>安排回访</translation>
        </message>
        <message>
            <source>Arrange a substitute</source>
            <translation>指定代办人</translation>
        </message>
        <message>
            <source>Arrange follow-up</source>
            <translation>安排回访</translation>
        </message>
        <message>
            <source>Ask for a numbered copy</source>
            <translation>申请编号份</translation>
        </message>
        <message>
            <source>Ask for extension</source>
            <translation>申请延期</translation>
        </message>
        <message>
            <source>Ask for recusal</source>
            <translation>申请回避</translation>
        </message>
        <message>
            <source>Ask for release</source>
            <translation>申请放行</translation>
        </message>
        <message>
            <source>Ask for supplement</source>
            <translation>告知补正</translation>
        </message>
        <message>
            <source>Ask the common superior</source>
            <translation>提请共同上级</translation>
        </message>
        <message>
            <source>Ask the person</source>
            <translation>征求本人意见</translation>
        </message>
        <message>
            <source>Ask to release a paper of a book</source>
            <translation>请另一人放行簿册文书</translation>
        </message>
        <message>
            <source>Assess</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Begin reading</source>
            <translation>登录查阅</translation>
        </message>
        <message>
            <source>Build the demonstration</source>
            <translation>建立演示库</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Carry an entry on</source>
            <translation>办理登记簿一步</translation>
        </message>
        <message>
            <source>Change a code</source>
            <translation>修改代码</translation>
        </message>
        <message>
            <source>Change a setting</source>
            <translation>修改设置</translation>
        </message>
        <message>
            <source>Change a term</source>
            <translation>修改时限规则</translation>
        </message>
        <message>
            <source>Change a unit</source>
            <translation>修改单位</translation>
        </message>
        <message>
            <source>Change an account</source>
            <translation>修改账号</translation>
        </message>
        <message>
            <source>Charge with duties</source>
            <translation>指定专项职责</translation>
        </message>
        <message>
            <source>Check a recorded decision</source>
            <translation>核对代录批准</translation>
        </message>
        <message>
            <source>Check a recorded step</source>
            <translation>核对代录</translation>
        </message>
        <message>
            <source>Choose warning levels</source>
            <translation>选用预警方案</translation>
        </message>
        <message>
            <source>Clear a broken import</source>
            <translation>清理未完成的导入</translation>
        </message>
        <message>
            <source>Close a month</source>
            <translation>月结</translation>
        </message>
        <message>
            <source>Close a unit</source>
            <translation>停用单位</translation>
        </message>
        <message>
            <source>Close an account</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>Confirm settled cases</source>
            <translation>确认当场办结</translation>
        </message>
        <message>
            <source>Continue handling</source>
            <translation>继续办理</translation>
        </message>
        <message>
            <source>Create the store</source>
            <translation>建立记录库</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>Decide a change of rights</source>
            <translation>确认权限调整</translation>
        </message>
        <message>
            <source>Deliver the answer</source>
            <translation>登记送达</translation>
        </message>
        <message>
            <source>Difficulty settled</source>
            <translation>困难问题办结</translation>
        </message>
        <message>
            <source>Discard a list of work</source>
            <translation>作废移交清单</translation>
        </message>
        <message>
            <source>Discard a note</source>
            <translation>作废暂存件</translation>
        </message>
        <message>
            <source>Dismiss a suggestion</source>
            <translation>不采纳谈话建议</translation>
        </message>
        <message>
            <source>Do not clear</source>
            <translation>不予澄清</translation>
        </message>
        <message>
            <source>Draft a paper</source>
            <translation>拟制文书</translation>
        </message>
        <message>
            <source>Draft the answer</source>
            <translation>送审签</translation>
        </message>
        <message>
            <source>Drop a draft</source>
            <translation>清除草稿</translation>
        </message>
        <message>
            <source>End a substitution</source>
            <translation>提前结束代办</translation>
        </message>
        <message>
            <source>End a window</source>
            <translation>提前结束敏感时段</translation>
        </message>
        <message>
            <source>End an inspection</source>
            <translation>结束查阅</translation>
        </message>
        <message>
            <source>End fast track</source>
            <translation>取消快办</translation>
        </message>
        <message>
            <source>Enter a holiday notice</source>
            <translation>录入放假通知</translation>
        </message>
        <message>
            <source>Enter in a book</source>
            <translation>登记簿登记</translation>
        </message>
        <message>
            <source>Enter must-talk events</source>
            <translation>登记必谈事件</translation>
        </message>
        <message>
            <source>Explain a difficulty</source>
            <translation>困难问题说明</translation>
        </message>
        <message>
            <source>Explain the policy</source>
            <translation>政策解释</translation>
        </message>
        <message>
            <source>Explain why it is late</source>
            <translation>说明超期原因</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export a register</source>
            <translation>导出登记簿</translation>
        </message>
        <message>
            <source>Export the ledger</source>
            <translation>导出台账</translation>
        </message>
        <message>
            <source>Export the report</source>
            <translation>导出月报</translation>
        </message>
        <message>
            <source>File a paper</source>
            <translation>归入材料</translation>
        </message>
        <message>
            <source>Finish an import</source>
            <translation>完成导入</translation>
        </message>
        <message>
            <source>Give opinion</source>
            <translation>出具意见</translation>
        </message>
        <message>
            <source>Go back to a shipped warning level</source>
            <translation>恢复默认预警级别</translation>
        </message>
        <message>
            <source>Hand over work</source>
            <translation>办理工作交接</translation>
        </message>
        <message>
            <source>Hold a note</source>
            <translation>暂存</translation>
        </message>
        <message>
            <source>Hold a talk at once</source>
            <translation>即时谈话</translation>
        </message>
        <message>
            <source>Import rows</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>查阅</translation>
        </message>
        <message>
            <source>Issue a paper</source>
            <translation>出具文书</translation>
        </message>
        <message>
            <source>Issue a paper of a book</source>
            <translation>出具簿册文书</translation>
        </message>
        <message>
            <source>Keep a draft</source>
            <translation>暂存草稿</translation>
        </message>
        <message>
            <source>Keep private</source>
            <translation>不公开澄清</translation>
        </message>
        <message>
            <source>Let fast terms follow the windows</source>
            <translation>快办期限随时段调整</translation>
        </message>
        <message>
            <source>Lift a recusal</source>
            <translation>解除回避</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Link a repeated appeal</source>
            <translation>关联重复件</translation>
        </message>
        <message>
            <source>List work again</source>
            <translation>重新清点</translation>
        </message>
        <message>
            <source>List work to hand over</source>
            <translation>列出移交清单</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Name successors</source>
            <translation>指定接办人</translation>
        </message>
        <message>
            <source>Not a duplicate</source>
            <translation>排除重复</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>提出异议</translation>
        </message>
        <message>
            <source>Open a case</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>查看材料</translation>
        </message>
        <message>
            <source>Open a person</source>
            <translation>查看人员</translation>
        </message>
        <message>
            <source>Open an account</source>
            <translation>开通账号</translation>
        </message>
        <message>
            <source>Open from an appeal</source>
            <translation>由诉求转入</translation>
        </message>
        <message>
            <source>Pass a role on</source>
            <translation>转交他人办理</translation>
        </message>
        <message>
            <source>Pass to the competent body</source>
            <translation>转有权机关</translation>
        </message>
        <message>
            <source>Plan a talk</source>
            <translation>安排谈话</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print a register</source>
            <translation>打印登记簿</translation>
        </message>
        <message>
            <source>Print the ledger</source>
            <translation>打印台账</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Propose a change of rights</source>
            <translation>提出权限调整</translation>
        </message>
        <message>
            <source>Propose a further unit</source>
            <translation>拟增加会办</translation>
        </message>
        <message>
            <source>Propose not to accept</source>
            <translation>拟不予受理</translation>
        </message>
        <message>
            <source>Propose to close</source>
            <translation>送审结</translation>
        </message>
        <message>
            <source>Propose to hand over</source>
            <translation>拟转办</translation>
        </message>
        <message>
            <source>Propose to merge</source>
            <translation>拟并件</translation>
        </message>
        <message>
            <source>Propose to move out</source>
            <translation>拟移送并清除</translation>
        </message>
        <message>
            <source>Propose to redirect</source>
            <translation>拟引导</translation>
        </message>
        <message>
            <source>Read a talk record</source>
            <translation>查看谈话记录</translation>
        </message>
        <message>
            <source>Recall a letter</source>
            <translation>撤回澄清函</translation>
        </message>
        <message>
            <source>Recompute deadlines</source>
            <translation>重算期限</translation>
        </message>
        <message>
            <source>Record a conclusion</source>
            <translation>登记结论</translation>
        </message>
        <message>
            <source>Record a consultation</source>
            <translation>咨询登记</translation>
        </message>
        <message>
            <source>Record a decision</source>
            <translation>登记批准</translation>
        </message>
        <message>
            <source>Record a review opinion</source>
            <translation>登记复查意见</translation>
        </message>
        <message>
            <source>Record a review request</source>
            <translation>登记复查申请</translation>
        </message>
        <message>
            <source>Record a revisit</source>
            <translation>登记回访</translation>
        </message>
        <message>
            <source>Record a talk held</source>
            <translation>登记谈话</translation>
        </message>
        <message>
            <source>Record carrying out</source>
            <translation>登记实施</translation>
        </message>
        <message>
            <source>Record delivery</source>
            <translation>登记送达</translation>
        </message>
        <message>
            <source>Record new evidence</source>
            <translation>登记新情况</translation>
        </message>
        <message>
            <source>Record the person's opinion</source>
            <translation>登记本人意见</translation>
        </message>
        <message>
            <source>Record the result of the other way</source>
            <translation>登记其他途径结果</translation>
        </message>
        <message>
            <source>Refuse the return</source>
            <translation>不同意退回</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Register with a new person</source>
            <translation>登记（新建人员）</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Remove material</source>
            <translation>移除材料</translation>
        </message>
        <message>
            <source>Replace a letter template</source>
            <translation>更换文书模板</translation>
        </message>
        <message>
            <source>Report back</source>
            <translation>报结</translation>
        </message>
        <message>
            <source>Restore a letter template</source>
            <translation>恢复文书模板</translation>
        </message>
        <message>
            <source>Revisit and archive</source>
            <translation>回访归档</translation>
        </message>
        <message>
            <source>Save as a file</source>
            <translation>另存文件</translation>
        </message>
        <message>
            <source>Save the month's text</source>
            <translation>保存月报文字</translation>
        </message>
        <message>
            <source>Say how it goes on</source>
            <translation>明确承办意见</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <translation>送批</translation>
        </message>
        <message>
            <source>Send for review</source>
            <translation>送审核</translation>
        </message>
        <message>
            <source>Set a warning level</source>
            <translation>设定预警级别</translation>
        </message>
        <message>
            <source>Set a window</source>
            <translation>设置敏感时段</translation>
        </message>
        <message>
            <source>Set an attention note aside</source>
            <translation>关注提示不再提示</translation>
        </message>
        <message>
            <source>Set fast track</source>
            <translation>列入快办</translation>
        </message>
        <message>
            <source>Set reporting months</source>
            <translation>设置统计周期</translation>
        </message>
        <message>
            <source>Set time and place</source>
            <translation>约定时间地点</translation>
        </message>
        <message>
            <source>Set who may read</source>
            <translation>设置查阅范围</translation>
        </message>
        <message>
            <source>Settle on the spot</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>Show a phone number</source>
            <translation>显示联系电话</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>签收</translation>
        </message>
        <message>
            <source>Start an import</source>
            <translation>开始导入</translation>
        </message>
        <message>
            <source>Start carrying out</source>
            <translation>开始实施</translation>
        </message>
        <message>
            <source>Start the assessment</source>
            <translation>开始评估</translation>
        </message>
        <message>
            <source>Supplement received</source>
            <translation>收到补正</translation>
        </message>
        <message>
            <source>Switch a group of terms</source>
            <translation>成组启停时限</translation>
        </message>
        <message>
            <source>Take back a change of rights</source>
            <translation>撤回权限调整</translation>
        </message>
        <message>
            <source>Talk first with a visitor</source>
            <translation>先接谈</translation>
        </message>
        <message>
            <source>Tell the applicant</source>
            <translation>告知本人</translation>
        </message>
        <message>
            <source>Tell the extension</source>
            <translation>告知延期</translation>
        </message>
        <message>
            <source>Turn into an appeal</source>
            <translation>转为诉求</translation>
        </message>
        <message>
            <source>Type the superior's decision</source>
            <translation>登记上级决定</translation>
        </message>
        <message>
            <source>Undo an import</source>
            <translation>整批撤回</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>解除关联</translation>
        </message>
        <message>
            <source>Uphold</source>
            <translation>维持</translation>
        </message>
        <message>
            <source>Void a paper</source>
            <translation>作废文书</translation>
        </message>
        <message>
            <source>Waive an opinion</source>
            <translation>免予会办</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>本人撤回</translation>
        </message>
        <message>
            <source>Write a talk record</source>
            <translation>填写谈话记录</translation>
        </message>
    </context>
    <context>
        <name>AdministrationStrip</name>
        <message>
            <source>Accusation</source>
            <translation>检举控告</translation>
        </message>
        <message>
            <source>Law and courts</source>
            <translation>涉法涉诉</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>Not received here</source>
            <translation>不属受理范围</translation>
        </message>
        <message>
            <source>Under way already</source>
            <translation>已在办</translation>
        </message>
        <message>
            <source>answer this first, then write</source>
            <translation>先答此项，后录内容</translation>
        </message>
        <message>
            <source>nothing is recorded, a slip is printed</source>
            <translation>不录内容，打印指引单</translation>
        </message>
    </context>
    <context>
        <name>AppealCardPage</name>
        <message>
            <source>A second person compares it with the scan before it counts</source>
            <translation>须经另一人与扫描件核对后生效。</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>添加材料</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>An assisting unit's opinion is missing</source>
            <translation>还差会办意见</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Appellant and units</source>
            <translation>诉求人和承办单位</translation>
        </message>
        <message>
            <source>Back-dated</source>
            <translation>补录日期</translation>
        </message>
        <message>
            <source>Basics</source>
            <translation>基本情况</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>诉求方式</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>销号归档</translation>
        </message>
        <message>
            <source>Comes to</source>
            <translation>意见结论</translation>
        </message>
        <message>
            <source>Common superior</source>
            <translation>共同上级</translation>
        </message>
        <message>
            <source>Compare and confirm</source>
            <translation>核对确认</translation>
        </message>
        <message>
            <source>Compared by {0}</source>
            <translation>由{0}核对</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>Could not be read: {0}</source>
            <translation>未能读取：{0}</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>办理过程</translation>
        </message>
        <message>
            <source>Date on the paper</source>
            <translation>文件日期</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>Decide: {0}</source>
            <translation>批办：{0}</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Decision asked: {0}</source>
            <translation>待批：{0}</translation>
        </message>
        <message>
            <source>Disagree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Done on {0}</source>
            <translation>{0}已办</translation>
        </message>
        <message>
            <source>Draft of the answer</source>
            <translation>答复稿</translation>
        </message>
        <message>
            <source>Earlier steps</source>
            <translation>已经过的途径</translation>
        </message>
        <message>
            <source>Entered later</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Extension by {0} days asked on {1}: {2}</source>
            <translation>{1}申请延期{0}日：{2}</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>事实和理由</translation>
        </message>
        <message>
            <source>Files handed in</source>
            <translation>提交材料</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来文</translation>
        </message>
        <message>
            <source>From paper: {0}, {1}; waits for a second person</source>
            <translation>据纸质批示录入：{0}（{1}），待另一人核对</translation>
        </message>
        <message>
            <source>From {0} until {1}</source>
            <translation>自{0}至{1}</translation>
        </message>
        <message>
            <source>Given back {0} times</source>
            <translation>退回{0}次</translation>
        </message>
        <message>
            <source>Given back {0} times: the head of the center says how it goes on</source>
            <translation>已被退回{0}次，请中心负责人明确承办意见</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>转办签收</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>办理</translation>
        </message>
        <message>
            <source>Happened on {0}</source>
            <translation>办理日期{0}</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>登记情况</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>答复日期</translation>
        </message>
        <message>
            <source>Joint</source>
            <translation>会办</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>人员类别</translation>
        </message>
        <message>
            <source>Knew of it on</source>
            <translation>知悉日期</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>关联件</translation>
        </message>
        <message>
            <source>Main appeal</source>
            <translation>主要诉求</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>No clock runs</source>
            <translation>不计时限。</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>没有材料。</translation>
        </message>
        <message>
            <source>No linked cases</source>
            <translation>没有关联件。</translation>
        </message>
        <message>
            <source>No longer counted</source>
            <translation>已停计</translation>
        </message>
        <message>
            <source>Nobody has opened it yet</source>
            <translation>尚无查阅记录。</translation>
        </message>
        <message>
            <source>Not yet reported to who assigned it</source>
            <translation>还差报结</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>异议理由</translation>
        </message>
        <message>
            <source>On behalf</source>
            <translation>代录</translation>
        </message>
        <message>
            <source>On the spot</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>查阅记录</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Opinion as written</source>
            <translation>批示原文</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>Paper: {0}</source>
            <translation>依据：{0}</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>文书材料</translation>
        </message>
        <message>
            <source>Papers of this case</source>
            <translation>本件文书</translation>
        </message>
        <message>
            <source>Papers still needed</source>
            <translation>待补正材料</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Proposed opinion</source>
            <translation>拟办意见</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>征询事项</translation>
        </message>
        <message>
            <source>Reached the person</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Record a decision from paper</source>
            <translation>据纸质批示录入</translation>
        </message>
        <message>
            <source>Record from paper</source>
            <translation>据纸质录入</translation>
        </message>
        <message>
            <source>Redirected to</source>
            <translation>引导至</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Registered by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>办理情况报告</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>具体请求</translation>
        </message>
        <message>
            <source>Requirement</source>
            <translation>办理要求</translation>
        </message>
        <message>
            <source>Rests on</source>
            <translation>依据意见</translation>
        </message>
        <message>
            <source>Return for changes</source>
            <translation>退回修改</translation>
        </message>
        <message>
            <source>Satisfied with the result</source>
            <translation>结果满意度</translation>
        </message>
        <message>
            <source>Satisfied with the service</source>
            <translation>服务满意度</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Screening</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>转办日期</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>转办单</translation>
        </message>
        <message>
            <source>Show number (noted)</source>
            <translation>显示（留痕）</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>签收日期</translation>
        </message>
        <message>
            <source>Signing off</source>
            <translation>审签送达</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>原台账</translation>
        </message>
        <message>
            <source>Statutory</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>Submitted by</source>
            <translation>提出主体</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议单位</translation>
        </message>
        <message>
            <source>The common superior has not decided yet</source>
            <translation>共同上级（联席会议）尚未确定承办单位</translation>
        </message>
        <message>
            <source>The day it reached the person is missing</source>
            <translation>还差登记送达</translation>
        </message>
        <message>
            <source>The person has not been told of the extension</source>
            <translation>延期尚未告知本人</translation>
        </message>
        <message>
            <source>The proposed opinion is missing</source>
            <translation>还差拟办意见</translation>
        </message>
        <message>
            <source>To be compared</source>
            <translation>待核对</translation>
        </message>
        <message>
            <source>To be compared with paper</source>
            <translation>代录待核对</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Urged</source>
            <translation>催办督办</translation>
        </message>
        <message>
            <source>Waits for the decision: {0}</source>
            <translation>待批：{0}</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>转办意愿</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} + {1} days</source>
            <translation>{0}＋{1}日</translation>
        </message>
        <message>
            <source>{0} more deadlines</source>
            <translation>其余{0}个时限</translation>
        </message>
        <message>
            <source>{0} times</source>
            <translation>{0}次</translation>
        </message>
        <message>
            <source>{0} until {1} instead of {2}</source>
            <translation>{0}，由{2}延至{1}</translation>
        </message>
        <message>
            <source>{0}, asked on {1}</source>
            <translation>{0}，{1}提请</translation>
        </message>
        <message>
            <source>{0}, extended</source>
            <translation>{0}（延期后）</translation>
        </message>
        <message>
            <source>{0}; the person has not been told</source>
            <translation>{0}；尚未告知本人</translation>
        </message>
        <message>
            <source>{0}; the person was told on {1}</source>
            <translation>{0}；{1}已告知本人</translation>
        </message>
    </context>
    <context>
        <name>AppealDeeds</name>
        <message>
            <source>Accepted on</source>
            <translation>受理日期</translation>
        </message>
        <message>
            <source>All that this unit sees of the case, beside the person</source>
            <translation>该单位只见本项和本人基本情况</translation>
        </message>
        <message>
            <source>Answer issued on</source>
            <translation>答复日期</translation>
        </message>
        <message>
            <source>Answer to the person</source>
            <translation>答复稿</translation>
        </message>
        <message>
            <source>As the person brings it; it is never counted as solved</source>
            <translation>以本人提供的文书为准，不计为解决。</translation>
        </message>
        <message>
            <source>Assisting unit</source>
            <translation>会办单位</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Clear the contents, leaving only the number</source>
            <translation>清除内容，只留编号</translation>
        </message>
        <message>
            <source>Common superior or joint meeting</source>
            <translation>共同上级（联席会议）</translation>
        </message>
        <message>
            <source>Competent body</source>
            <translation>受理机关</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date on the paper</source>
            <translation>文件日期</translation>
        </message>
        <message>
            <source>Dated</source>
            <translation>文书日期</translation>
        </message>
        <message>
            <source>Days, at most 30</source>
            <translation>延长天数（不超过30日）</translation>
        </message>
        <message>
            <source>Earlier case</source>
            <translation>主件</translation>
        </message>
        <message>
            <source>Everything at once, one a line</source>
            <translation>一次列清，一行一项</translation>
        </message>
        <message>
            <source>Extended to {0}; the person is told so and why</source>
            <translation>延期至{0}，须将延期及理由告知本人。</translation>
        </message>
        <message>
            <source>Facts and reasons</source>
            <translation>主要事实和理由</translation>
        </message>
        <message>
            <source>Followed up on</source>
            <translation>回访日期</translation>
        </message>
        <message>
            <source>Given back {0} times; the desk may hand it over again after this</source>
            <translation>已被退回{0}次；明确意见后，受理员方可重新转办</translation>
        </message>
        <message>
            <source>Handed to</source>
            <translation>移送机关</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>How the person was told</source>
            <translation>告知方式</translation>
        </message>
        <message>
            <source>How to reach the person</source>
            <translation>联系要求</translation>
        </message>
        <message>
            <source>It has no legal effect and is never counted as solved</source>
            <translation>政策解释不具有法律效力，不计为解决。</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后日期</translation>
        </message>
        <message>
            <source>Lead unit</source>
            <translation>主办单位</translation>
        </message>
        <message>
            <source>Linked cases; link the earlier case first</source>
            <translation>从关联件中选择；没有的请先关联前件</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Notes of the follow-up</source>
            <translation>回访情况</translation>
        </message>
        <message>
            <source>Number of the opinion</source>
            <translation>意见书文号</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Number of the report</source>
            <translation>报告文号</translation>
        </message>
        <message>
            <source>Once, at most 30 days, before the due date, agreed by the head of the unit</source>
            <translation>延期一次不超过30日，须在期限届满前经本机关、本单位负责人批准，并告知理由。</translation>
        </message>
        <message>
            <source>One sentence to the leader</source>
            <translation>一句话，呈负责人</translation>
        </message>
        <message>
            <source>Only inside my unit</source>
            <translation>仅本单位可见</translation>
        </message>
        <message>
            <source>Only the petition procedure has 60 days and the right to a review</source>
            <translation>只有信访程序有60日期限和复查权利。</translation>
        </message>
        <message>
            <source>Only this request</source>
            <translation>仅此项诉求</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Opinion of the consultation</source>
            <translation>会商意见</translation>
        </message>
        <message>
            <source>Organ that decided</source>
            <translation>作出决定的机关</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>Papers received</source>
            <translation>收到的材料</translation>
        </message>
        <message>
            <source>Papers still needed</source>
            <translation>需补正的材料</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>承办方式</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>Phone of the handler</source>
            <translation>承办人电话</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>办理程序</translation>
        </message>
        <message>
            <source>Proposed opinion</source>
            <translation>拟办意见</translation>
        </message>
        <message>
            <source>Proposed: redirect, {0}</source>
            <translation>建议：引导（{0}）</translation>
        </message>
        <message>
            <source>Proposed: {0} leads</source>
            <translation>建议：{0}主办</translation>
        </message>
        <message>
            <source>Proposed: {0} leads, {1} assists</source>
            <translation>建议：{0}主办，{1}会办</translation>
        </message>
        <message>
            <source>Reached the person on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason for an earlier date</source>
            <translation>补录日期的理由</translation>
        </message>
        <message>
            <source>Reason for the correction</source>
            <translation>更正理由</translation>
        </message>
        <message>
            <source>Reason given</source>
            <translation>本人理由</translation>
        </message>
        <message>
            <source>Received and signed by</source>
            <translation>签收人</translation>
        </message>
        <message>
            <source>Received by the person on</source>
            <translation>本人收到日期</translation>
        </message>
        <message>
            <source>Report of the handling</source>
            <translation>办理情况报告</translation>
        </message>
        <message>
            <source>Reported to</source>
            <translation>报送</translation>
        </message>
        <message>
            <source>Requested on</source>
            <translation>申请日期</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>具体请求</translation>
        </message>
        <message>
            <source>Requirement</source>
            <translation>办理要求</translation>
        </message>
        <message>
            <source>Rests on the opinions of</source>
            <translation>依据的会办意见</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Reviewing organ</source>
            <translation>复查（复核）机关</translation>
        </message>
        <message>
            <source>Right path</source>
            <translation>正确途径</translation>
        </message>
        <message>
            <source>Satisfied with the result</source>
            <translation>结果满意度</translation>
        </message>
        <message>
            <source>Satisfied with the service</source>
            <translation>服务满意度</translation>
        </message>
        <message>
            <source>Second assisting unit</source>
            <translation>会办单位（二）</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>承办科室</translation>
        </message>
        <message>
            <source>Signed by the person</source>
            <translation>本人已签名</translation>
        </message>
        <message>
            <source>Stays inside the unit</source>
            <translation>仅本单位可见</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>诉求标题</translation>
        </message>
        <message>
            <source>Suggest a care talk</source>
            <translation>建议关爱谈话</translation>
        </message>
        <message>
            <source>Suggested unit</source>
            <translation>建议单位</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>The answer given on the spot is confirmed and the case closed</source>
            <translation>确认当场答复，并予销号。</translation>
        </message>
        <message>
            <source>The answer no longer waits for this unit's opinion</source>
            <translation>答复不再等候该单位意见</translation>
        </message>
        <message>
            <source>The day of adoption is the day of acceptance</source>
            <translation>认领日期即为受理日期。</translation>
        </message>
        <message>
            <source>The day of issue stops the clock; the day it reached the person starts his own</source>
            <translation>答复日期停止办理期限，送达日期起算本人期限。</translation>
        </message>
        <message>
            <source>The head of the center compares it with the paper and agrees</source>
            <translation>由中心负责人对照原件核对同意</translation>
        </message>
        <message>
            <source>The head of the center decides</source>
            <translation>送中心负责人批。</translation>
        </message>
        <message>
            <source>The person belongs to {0}: check whether it must step back</source>
            <translation>诉求人所在单位为{0}，请核对该单位是否应当回避。</translation>
        </message>
        <message>
            <source>The question</source>
            <translation>征询事项</translation>
        </message>
        <message>
            <source>This cannot be taken back</source>
            <translation>本步骤办理后不能撤销，只能作废或更正。</translation>
        </message>
        <message>
            <source>This cannot be taken back. The head of the center decides</source>
            <translation>本步骤办理后不能撤销。送中心负责人批。</translation>
        </message>
        <message>
            <source>Told on</source>
            <translation>告知日期</translation>
        </message>
        <message>
            <source>Unit asked one question only</source>
            <translation>仅征询一项的单位</translation>
        </message>
        <message>
            <source>Unit that it names</source>
            <translation>确定的承办单位</translation>
        </message>
        <message>
            <source>Until it has decided the case goes to no other unit</source>
            <translation>确定承办单位前，本件不转其他单位</translation>
        </message>
        <message>
            <source>Way of delivery</source>
            <translation>送达方式</translation>
        </message>
        <message>
            <source>What is disputed</source>
            <translation>争议情况</translation>
        </message>
        <message>
            <source>What it comes to</source>
            <translation>意见结论</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>决定内容</translation>
        </message>
        <message>
            <source>What was explained</source>
            <translation>解释的内容</translation>
        </message>
        <message>
            <source>Where no rule provides for it the answer explains, not refuses</source>
            <translation>政策没有规定的，按解释说明答复，不作不予支持</translation>
        </message>
        <message>
            <source>Which unit</source>
            <translation>哪个单位</translation>
        </message>
        <message>
            <source>Whose paper</source>
            <translation>来文单位</translation>
        </message>
        <message>
            <source>Wish about passing on</source>
            <translation>转办意愿</translation>
        </message>
    </context>
    <context>
        <name>AppealPane</name>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Assisting</source>
            <translation>会办</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Choose a case to see it here</source>
            <translation>选中一件，在此查看。</translation>
        </message>
        <message>
            <source>Close the pane</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>办理</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>最近动态</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>主办</translation>
        </message>
        <message>
            <source>Main appeal</source>
            <translation>主要诉求</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>查看详情</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>内部时限</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>办理程序</translation>
        </message>
        <message>
            <source>Registered by</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Statutory</source>
            <translation>法定时限</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至{0}</translation>
        </message>
    </context>
    <context>
        <name>AskWriter</name>
        <message>
            <source>Reason for an earlier date</source>
            <translation>补录理由</translation>
        </message>
        <message>
            <source>Scan of the paper</source>
            <translation>扫描件</translation>
        </message>
    </context>
    <context>
        <name>AttentionPage</name>
        <message>
            <source>Attention notes</source>
            <translation>关注提示</translation>
        </message>
        <message>
            <source>Counted from the ledger at each look, for the head of the center alone. A note only asks for attention: it says nothing about a person and starts nothing by itself.</source>
            <translation>每次打开时由台账统计得出，仅中心负责人可见。提示只用于提请关注，不对任何人作评价，也不会自动启动任何工作。</translation>
        </message>
        <message>
            <source>Do not show again</source>
            <translation>不再提示</translation>
        </message>
        <message>
            <source>Do not show this note on {person} again?</source>
            <translation>不再提示关于{person}的这一情况？</translation>
        </message>
        <message>
            <source>It comes back when a further case joins. The reason is kept</source>
            <translation>情况再次增加时会重新提示；理由留存备查。</translation>
        </message>
        <message>
            <source>Nothing asks for attention</source>
            <translation>当前没有需要关注的情况</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>已不再提示</translation>
        </message>
        <message>
            <source>What stands now</source>
            <translation>当前提示</translation>
        </message>
    </context>
    <context>
        <name>AttentionWords</name>
        <message>
            <source>Do not show again…</source>
            <translation>不再提示…</translation>
        </message>
        <message>
            <source>Given back {n} times (from {least} on)</source>
            <translation>被退回{n}次（满{least}次提示）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Plan a talk…</source>
            <translation>安排谈话…</translation>
        </message>
        <message>
            <source>Repeated {n} times after the answer (from {least} on)</source>
            <translation>办结后重复{n}次（满{least}次提示）</translation>
        </message>
        <message>
            <source>{n} appeals within {months} months (from {least} on)</source>
            <translation>{months}个月内{n}件诉求（满{least}件提示）</translation>
        </message>
    </context>
    <context>
        <name>BackupPage</name>
        <message>
            <source>Back up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backed up, opened and compared</source>
            <translation>已备份，并打开核对</translation>
        </message>
        <message>
            <source>Backup and restore</source>
            <translation>备份恢复</translation>
        </message>
        <message>
            <source>Compare files</source>
            <translation>核对文件</translation>
        </message>
        <message>
            <source>Copied to {folder} and compared</source>
            <translation>已复制到{folder}并核对</translation>
        </message>
        <message>
            <source>Copy to another disk</source>
            <translation>复制到其他磁盘</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>来由</translation>
        </message>
        <message>
            <source>Rehearse a restore</source>
            <translation>恢复演练</translation>
        </message>
        <message>
            <source>Restore as a new store</source>
            <translation>恢复为新的记录库</translation>
        </message>
        <message>
            <source>Restored as {path}; it opens with the passwords of that day</source>
            <translation>已恢复为{path}，用备份当日的口令打开</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>The files of {name} are unchanged</source>
            <translation>{name}的文件未被改动</translation>
        </message>
        <message>
            <source>The last backup is of {when}</source>
            <translation>最近一次备份为{when}</translation>
        </message>
        <message>
            <source>The rehearsal held the same</source>
            <translation>恢复演练一致</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>升级前</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>每日</translation>
        </message>
        <message>
            <source>{count} backups in {folder}; 7 days, 8 weeks and 12 months are kept</source>
            <translation>{folder}中有{count}份备份；保留7日、8周、12个月</translation>
        </message>
    </context>
    <context>
        <name>BackupPanel</name>
        <message>
            <source>; rehearsal of {0} does not fit</source>
            <translation>；{0}恢复演练不一致</translation>
        </message>
        <message>
            <source>; rehearsal of {0} fits</source>
            <translation>；{0}恢复演练一致</translation>
        </message>
        <message>
            <source>Backup {0}, checked</source>
            <translation>{0}备份已校验</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>The last backup failed; the one before is of {0}</source>
            <translation>最近一次备份未完成；上一次为{0}</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>BatchesPanel</name>
        <message>
            <source>Batches</source>
            <translation>导入批次</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>有变化</translation>
        </message>
        <message>
            <source>Digest of the file</source>
            <translation>文件校验值</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入时间</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Nothing was imported yet.</source>
            <translation>尚未导入台账。</translation>
        </message>
        <message>
            <source>Open in the ledger</source>
            <translation>在台账中打开</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读入</translation>
        </message>
        <message>
            <source>Somebody has worked on cases of this batch; it stays.</source>
            <translation>该批已有诉求件开始办理，不能整批撤回。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back the {0} cases of “{1}”</source>
            <translation>撤回“{1}”导入的{0}件</translation>
        </message>
        <message>
            <source>Take the whole batch back</source>
            <translation>整批撤回</translation>
        </message>
        <message>
            <source>Taken back: {0}</source>
            <translation>撤回理由：{0}</translation>
        </message>
        <message>
            <source>Their contents are cleared, their numbers may be imported again.</source>
            <translation>内容予以清除，原编号可以重新导入。</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>需核对</translation>
        </message>
        <message>
            <source>{0} cases were taken back</source>
            <translation>已撤回{0}件</translation>
        </message>
    </context>
    <context>
        <name>Bell</name>
        <message>
            <source>{count} waiting</source>
            <translation>待办{count}项</translation>
        </message>
    </context>
    <context>
        <name>BooksPage</name>
        <message>
            <source>Clear filters</source>
            <translation>清空条件</translation>
        </message>
        <message>
            <source>Clear the filters to see all entries</source>
            <translation>清空条件后查看全部。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>显示列</translation>
        </message>
        <message>
            <source>Ctrl+N begins one</source>
            <translation>按 Ctrl+N 登记一条。</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>登记日期</translation>
        </message>
        <message>
            <source>Entered by me</source>
            <translation>本人登记</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No matching entry</source>
            <translation>未查到符合条件的记录。</translation>
        </message>
        <message>
            <source>Not ended</source>
            <translation>未了结</translation>
        </message>
        <message>
            <source>Nothing is entered yet</source>
            <translation>尚未登记。</translation>
        </message>
        <message>
            <source>Nothing is open here</source>
            <translation>没有未了结的记录。</translation>
        </message>
        <message>
            <source>Number or words</source>
            <translation>编号或关键词</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Overdue only</source>
            <translation>仅看超期</translation>
        </message>
        <message>
            <source>Print register</source>
            <translation>打印登记簿</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Saved. Number {0}</source>
            <translation>已保存。编号：{0}</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} entries</source>
            <translation>共{0}条</translation>
        </message>
    </context>
    <context>
        <name>CalendarPage</name>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Done; {count} running deadlines moved</source>
            <translation>已完成，{count}个在办期限有变动</translation>
        </message>
        <message>
            <source>Enter the notice</source>
            <translation>录入放假通知</translation>
        </message>
        <message>
            <source>Every running deadline is as rules and calendar say</source>
            <translation>在办期限均与现行规则、日历一致，无需重算。</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>No {year} holiday notice yet; workday terms are provisional</source>
            <translation>{year}年放假调休通知尚未录入，工作日期限为暂定。</translation>
        </message>
        <message>
            <source>Recompute all</source>
            <translation>全部重算</translation>
        </message>
        <message>
            <source>Weekday</source>
            <translation>星期</translation>
        </message>
        <message>
            <source>Working calendar</source>
            <translation>工作日历</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>放假</translation>
        </message>
        <message>
            <source>make-up working day</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>public table of the State Council's notices</source>
            <translation>国务院办公厅历年放假通知（公开数据）</translation>
        </message>
        <message>
            <source>{off} days off, {work} make-up working days; source: {source}</source>
            <translation>放假{off}日，调休上班{work}日；依据：{source}</translation>
        </message>
    </context>
    <context>
        <name>CarePage</name>
        <message>
            <source>/ {0} person-times</source>
            <translation>/ {0}人次</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>Accept the talk with {0}</source>
            <translation>接受与{0}的谈话建议</translation>
        </message>
        <message>
            <source>Brought about by</source>
            <translation>谈话事由</translation>
        </message>
        <message>
            <source>By talker's unit</source>
            <translation>按谈话单位</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Care talks</source>
            <translation>关爱谈话</translation>
        </message>
        <message>
            <source>Clear the filters, or enter a talk in the plan</source>
            <translation>可清空条件，或列入谈话计划。</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Difficulties</source>
            <translation>困难问题清单</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Explained</source>
            <translation>已说明</translation>
        </message>
        <message>
            <source>In the office's own order, no ranking</source>
            <translation>按单位序，不作排名</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的谈话</translation>
        </message>
        <message>
            <source>Month after</source>
            <translation>下月</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Must-talk events</source>
            <translation>必谈事件</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>姓名、拼音首字母或编号</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>后续</translation>
        </message>
        <message>
            <source>No matching talk</source>
            <translation>未查到符合条件的谈话。</translation>
        </message>
        <message>
            <source>No talk with {0}</source>
            <translation>不与{0}谈话</translation>
        </message>
        <message>
            <source>No talk…</source>
            <translation>不谈…</translation>
        </message>
        <message>
            <source>None. Closed appeals and carried-out clarifications suggest talks</source>
            <translation>暂无。诉求办结、澄清实施后在此提示。</translation>
        </message>
        <message>
            <source>Not yet named</source>
            <translation>未定或其他</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未落实</translation>
        </message>
        <message>
            <source>Overdue only</source>
            <translation>只看超期</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>谈话对象</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>谈话计划</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>谈话记录</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Suggested talks</source>
            <translation>建议谈话</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>谈话编号</translation>
        </message>
        <message>
            <source>Talk from paper</source>
            <translation>代录谈话</translation>
        </message>
        <message>
            <source>Talker</source>
            <translation>谈话人</translation>
        </message>
        <message>
            <source>The center</source>
            <translation>本中心</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>谈话时间</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Who solves it</source>
            <translation>责任单位（人）</translation>
        </message>
        <message>
            <source>held / planned</source>
            <translation>已谈 / 计划，人次</translation>
        </message>
        <message>
            <source>overdue {0}</source>
            <translation>超期{0}</translation>
        </message>
        <message>
            <source>planned {planned} person-times, held {done}, not yet due {waiting}, overdue {overdue}</source>
            <translation>计划{planned}人次，已谈{done}，未到期{waiting}，已超期{overdue}</translation>
        </message>
        <message>
            <source>visit by {0}</source>
            <translation>{0}回访</translation>
        </message>
        <message>
            <source>{0} difficulties</source>
            <translation>共{0}个问题</translation>
        </message>
        <message>
            <source>{0} talks</source>
            <translation>共{0}次</translation>
        </message>
        <message>
            <source>{n} difficulties open</source>
            <translation>问题{n}个</translation>
        </message>
    </context>
    <context>
        <name>CaseDesk</name>
        <message>
            <source>End fast track</source>
            <translation>取消快办</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Set on fast track</source>
            <translation>列入快办</translation>
        </message>
        <message>
            <source>Set on fast track · {0}</source>
            <translation>列入快办 · {0}</translation>
        </message>
        <message>
            <source>The reason is one of these and stays with the center; nothing else is noted.</source>
            <translation>事由只能从下列选项中选择，仅中心可见，不另作记录。</translation>
        </message>
        <message>
            <source>Your recusal on {0} waits for a decision: you read, not act</source>
            <translation>{0}：您的回避申请待决定，决定前只能查看，不能办理。</translation>
        </message>
        <message>
            <source>{0}: you have the {1}; check whether you must step back</source>
            <translation>{0}：您与诉求人{1}，请核对是否应当回避。</translation>
        </message>
    </context>
    <context>
        <name>CaseParts</name>
        <message>
            <source>A second person compares it with the scan before it counts</source>
            <translation>由另一人对照扫描件核对后生效。</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>添加材料</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Back-dated</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Compare and confirm</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Compare with the paper: {0}</source>
            <translation>对照纸质件核对：{0}</translation>
        </message>
        <message>
            <source>Compared by {0}</source>
            <translation>{0}已核对</translation>
        </message>
        <message>
            <source>Compared with the paper</source>
            <translation>核对结果</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Could not be read: {0}</source>
            <translation>未能读取：{0}</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Date on the paper</source>
            <translation>批示日期</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Decide: {0}</source>
            <translation>审批：{0}</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>审批意见</translation>
        </message>
        <message>
            <source>Decision asked: {0}</source>
            <translation>待审批：{0}</translation>
        </message>
        <message>
            <source>Disagree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Done on {0}</source>
            <translation>{0}已办</translation>
        </message>
        <message>
            <source>From paper: {name}, {post}; waits for a second person</source>
            <translation>据纸质批示录入：{name}，{post}；待另一人核对</translation>
        </message>
        <message>
            <source>Happened on {0}</source>
            <translation>发生日期{0}</translation>
        </message>
        <message>
            <source>It differs; to be typed again</source>
            <translation>不一致，退回重录</translation>
        </message>
        <message>
            <source>It says the same</source>
            <translation>与纸质件一致</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>暂无材料</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>On behalf</source>
            <translation>代录</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Opinion as written</source>
            <translation>批示原文</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>Paper: {0}</source>
            <translation>依据：{0}</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Proposed by {name}, {day}</source>
            <translation>拟办：{name}，{day}</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Record a decision from paper</source>
            <translation>据纸质批示录入</translation>
        </message>
        <message>
            <source>Record from paper</source>
            <translation>登记批准</translation>
        </message>
        <message>
            <source>Return for changes</source>
            <translation>退回补充</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描件</translation>
        </message>
        <message>
            <source>Statutory</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>The proposer cannot approve this; send it to another leader</source>
            <translation>拟办人不能审批本件，请送其他负责同志。</translation>
        </message>
        <message>
            <source>To be compared</source>
            <translation>待核对</translation>
        </message>
        <message>
            <source>Typed: {0}</source>
            <translation>录入内容：{0}</translation>
        </message>
    </context>
    <context>
        <name>ChannelChoice</name>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
    </context>
    <context>
        <name>CheckDialog</name>
        <message>
            <source>Another person releases it; not who drafted it</source>
            <translation>由另一人核对放行，拟稿人不能放行。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Check before it leaves: {0}</source>
            <translation>外发核对：{0}</translation>
        </message>
        <message>
            <source>Drafted by {name}, {day}</source>
            <translation>拟稿：{name}，{day}</translation>
        </message>
        <message>
            <source>No name, number, unit or phrase outside the list</source>
            <translation>名单以外的姓名、号码、单位和描述来信的措辞都是0处。</translation>
        </message>
        <message>
            <source>Please check: {0}</source>
            <translation>请核对：{0}</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>核对放行</translation>
        </message>
        <message>
            <source>The record changed since; draft it again</source>
            <translation>拟稿后本件已有变动，请重新拟稿。</translation>
        </message>
        <message>
            <source>{n} names, numbers, units or phrases stand outside the list (marked)</source>
            <translation>文中有本件名单以外的姓名、号码、单位或措辞{n}处（已标出），请核对后由另一人放行。</translation>
        </message>
    </context>
    <context>
        <name>ChildOpenings</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>ChildTable</name>
        <message>
            <source>None yet</source>
            <translation>尚未登记</translation>
        </message>
    </context>
    <context>
        <name>ChipRow</name>
        <message>
            <source>Clear filters</source>
            <translation>清空条件</translation>
        </message>
    </context>
    <context>
        <name>ChoiceOverlay</name>
        <message>
            <source>choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>take</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>ClarificationCardPage</name>
        <message>
            <source>A letter beside any other mode</source>
            <translation>选其他方式的同时有书面</translation>
        </message>
        <message>
            <source>After it a name may be cleared</source>
            <translation>结论可以澄清</translation>
        </message>
        <message>
            <source>After the recheck</source>
            <translation>核实后处理</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>转核、函复</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>申请内容</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Approved by another</source>
            <translation>拟办人不是批准人</translation>
        </message>
        <message>
            <source>As written</source>
            <translation>手写内容</translation>
        </message>
        <message>
            <source>Asked on {0}</source>
            <translation>{0}征求</translation>
        </message>
        <message>
            <source>Asked to file on</source>
            <translation>已请存入廉政档案</translation>
        </message>
        <message>
            <source>Assessed on</source>
            <translation>评估日期</translation>
        </message>
        <message>
            <source>Assessment</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Audience</source>
            <translation>参加人数</translation>
        </message>
        <message>
            <source>Awaited</source>
            <translation>待签名</translation>
        </message>
        <message>
            <source>Before it is sent for approval</source>
            <translation>送审批前核对</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Brought in</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Carried out</source>
            <translation>已实施</translation>
        </message>
        <message>
            <source>Carrying out</source>
            <translation>实施</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>核查结论</translation>
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
            <source>Copy the sentence</source>
            <translation>复制告知口径</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>办理过程</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>已审批</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Done on</source>
            <translation>实施日期</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影响</translation>
        </message>
        <message>
            <source>Effect and scope assessed</source>
            <translation>影响已评估，应予澄清</translation>
        </message>
        <message>
            <source>Effect caused or possible, on what, and whether to clear the name</source>
            <translation>待评估：已造成或可能造成的影响、表现，是否应予澄清。</translation>
        </message>
        <message>
            <source>Face-to-face, meeting or circular needs a letter as well</source>
            <translation>采用当面、会议、通报方式澄清的，应当同时书面澄清。</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>扫描件和材料</translation>
        </message>
        <message>
            <source>In own words</source>
            <translation>本人所述</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>澄清函</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>关联件</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>基本情况</translation>
        </message>
        <message>
            <source>May be said</source>
            <translation>可说的一句话</translation>
        </message>
        <message>
            <source>Modes and scope</source>
            <translation>方式和范围</translation>
        </message>
        <message>
            <source>New facts</source>
            <translation>重新核实</translation>
        </message>
        <message>
            <source>New facts are being checked, letter {number} of {day}</source>
            <translation>发现新情况，正在重新核实：{number}，{day}</translation>
        </message>
        <message>
            <source>No written conclusion of the competent organ is recorded</source>
            <translation>尚未登记有权机关的书面结论。</translation>
        </message>
        <message>
            <source>Nobody approves what he proposed; the head of the center never approves this</source>
            <translation>拟办人不能审批本件；由核查单位主要负责同志审批，中心负责人不审批。</translation>
        </message>
        <message>
            <source>Nobody has opened it yet</source>
            <translation>暂无查阅记录</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>待登记</translation>
        </message>
        <message>
            <source>Not to clear</source>
            <translation>不作澄清</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>回访记录</translation>
        </message>
        <message>
            <source>Number of the approval</source>
            <translation>审批文号</translation>
        </message>
        <message>
            <source>On what</source>
            <translation>表现</translation>
        </message>
        <message>
            <source>Only conclusion, letter, date and this sentence are recorded; the report of the check and the approval form stay with the organ</source>
            <translation>只登记类别、函号、日期和这一句；核查报告、审批表原件存核查单位。本页没有反映人栏目。</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>查阅记录</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>实施单位</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>文书材料</translation>
        </message>
        <message>
            <source>Party organization</source>
            <translation>党组织</translation>
        </message>
        <message>
            <source>Person's opinion</source>
            <translation>本人意见</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>回访安排</translation>
        </message>
        <message>
            <source>Proposed by {name}, {day}</source>
            <translation>拟办：{name}，{day}</translation>
        </message>
        <message>
            <source>Reason (inside only)</source>
            <translation>原因（内部）</translation>
        </message>
        <message>
            <source>Receipt, query and desk say this sentence and nothing else</source>
            <translation>回执、查询答复和窗口只说这一句。</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>已登记函复</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>已登记</translation>
        </message>
        <message>
            <source>Registered by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>回访结果</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Show number (noted)</source>
            <translation>显示（留痕）</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签名日期</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>The clarification letters are suspended</source>
            <translation>澄清文书暂停使用</translation>
        </message>
        <message>
            <source>The person's opinion is not recorded</source>
            <translation>尚未登记本人意见</translation>
        </message>
        <message>
            <source>The person's opinion signed</source>
            <translation>本人意见已签名</translation>
        </message>
        <message>
            <source>To be cleared</source>
            <translation>应予澄清</translation>
        </message>
        <message>
            <source>To be compared with paper</source>
            <translation>待核对代录</translation>
        </message>
        <message>
            <source>To visit</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>Told in writing</source>
            <translation>已书面告知</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>回访归档</translation>
        </message>
        <message>
            <source>Visit, archive</source>
            <translation>回访归档</translation>
        </message>
        <message>
            <source>Visited</source>
            <translation>已回访</translation>
        </message>
        <message>
            <source>Visited on</source>
            <translation>回访日期</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>What the person may be told</source>
            <translation>对本人的告知口径</translation>
        </message>
        <message>
            <source>Who checked, clears</source>
            <translation>谁核实谁澄清</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>澄清诉求</translation>
        </message>
        <message>
            <source>With a letter</source>
            <translation>含书面</translation>
        </message>
        <message>
            <source>Written conclusion of the organ</source>
            <translation>有权机关书面结论已登记</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>applied</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>by itself</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>by the rights</source>
            <translation>按权限</translation>
        </message>
        <message>
            <source>proposed</source>
            <translation>组织提出</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0}人</translation>
        </message>
        <message>
            <source>{n} of {m} fit</source>
            <translation>{m}项中{n}项符合</translation>
        </message>
    </context>
    <context>
        <name>ClarificationDeeds</name>
        <message>
            <source>A number only; names are not kept</source>
            <translation>只记人数，不留名单。</translation>
        </message>
        <message>
            <source>A written notice was given to the person</source>
            <translation>已书面告知本人</translation>
        </message>
        <message>
            <source>As written by the person</source>
            <translation>本人手写内容</translation>
        </message>
        <message>
            <source>Competent organ</source>
            <translation>有权机关</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>澄清函日期</translation>
        </message>
        <message>
            <source>Delivered on</source>
            <translation>送达日期</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影响</translation>
        </message>
        <message>
            <source>Effect and risk</source>
            <translation>影响和风险</translation>
        </message>
        <message>
            <source>Ends the matter as the person wishes; counted as handled, not as cleared</source>
            <translation>按本人意愿办结；计入已办理，不计入已澄清。</translation>
        </message>
        <message>
            <source>Exactly what was approved</source>
            <translation>应与批准的方式一致。</translation>
        </message>
        <message>
            <source>Face-to-face, meeting or circular needs a letter as well</source>
            <translation>采用当面、会议、通报方式澄清的，应当同时书面澄清。</translation>
        </message>
        <message>
            <source>How</source>
            <translation>回访方式</translation>
        </message>
        <message>
            <source>How many heard it</source>
            <translation>参加人数</translation>
        </message>
        <message>
            <source>How the person is now</source>
            <translation>回访记录</translation>
        </message>
        <message>
            <source>Inside only; never printed, never told</source>
            <translation>仅内部记载，不打印、不告知。</translation>
        </message>
        <message>
            <source>It should not be cleared</source>
            <translation>不作澄清</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>澄清方式</translation>
        </message>
        <message>
            <source>Needed to clear: caused, or possible</source>
            <translation>应予澄清的必选其一。</translation>
        </message>
        <message>
            <source>No copy of that file is kept here</source>
            <translation>本中心不留存廉政档案内容。</translation>
        </message>
        <message>
            <source>Number of the approval form</source>
            <translation>审批表编号</translation>
        </message>
        <message>
            <source>Number of the clarification letter</source>
            <translation>澄清函文号</translation>
        </message>
        <message>
            <source>Number of the covering letter</source>
            <translation>送文登记号</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>函号</translation>
        </message>
        <message>
            <source>On what</source>
            <translation>表现</translation>
        </message>
        <message>
            <source>Only these four things; the report of the check stays with the organ</source>
            <translation>只登记类别、函号、日期和可说的一句话；核查报告由核查单位留存。</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Planned on</source>
            <translation>计划日期</translation>
        </message>
        <message>
            <source>Reason for not clearing</source>
            <translation>不作澄清原因</translation>
        </message>
        <message>
            <source>Reason given</source>
            <translation>撤回理由</translation>
        </message>
        <message>
            <source>Received and signed by</source>
            <translation>签收人</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Result of the visit</source>
            <translation>回访结果</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>澄清范围</translation>
        </message>
        <message>
            <source>Sealed, by registered exchange. The applicant is told nothing new</source>
            <translation>密封函，经机要交换送达并登记。不另行告知申请人。</translation>
        </message>
        <message>
            <source>Signed by the person</source>
            <translation>本人已签名</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签名日期</translation>
        </message>
        <message>
            <source>The clarification letters are suspended, not deleted</source>
            <translation>澄清文书停止使用，予以保留。</translation>
        </message>
        <message>
            <source>The discipline organ was asked to file it on</source>
            <translation>已请存入廉政档案（日期）</translation>
        </message>
        <message>
            <source>The head of the organ that checked decides; nobody his own proposal</source>
            <translation>由核查单位主要负责同志审批；拟办人不能审批本件。</translation>
        </message>
        <message>
            <source>The head of the organ that checked decides; the reason stays inside</source>
            <translation>由核查单位主要负责同志审批；原因仅内部记载。</translation>
        </message>
        <message>
            <source>The month counts it on this day; afterwards it is only corrected or recalled</source>
            <translation>本步骤办理后不能撤销，只能更正或撤回澄清函。</translation>
        </message>
        <message>
            <source>The name should be cleared</source>
            <translation>应予澄清</translation>
        </message>
        <message>
            <source>The office's own series if left empty</source>
            <translation>留空则按本单位编号。</translation>
        </message>
        <message>
            <source>The organ asks the person itself, with the opinion form, two persons present</source>
            <translation>由核查单位持《澄清征求意见表》当面征求，征求人两人。</translation>
        </message>
        <message>
            <source>The person's opinion</source>
            <translation>本人意见</translation>
        </message>
        <message>
            <source>This cannot be taken back</source>
            <translation>本步骤办理后不能撤销。</translation>
        </message>
        <message>
            <source>Visited on</source>
            <translation>回访日期</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>已实施方式</translation>
        </message>
        <message>
            <source>Where it is said</source>
            <translation>范围说明</translation>
        </message>
        <message>
            <source>Who visits</source>
            <translation>回访人</translation>
        </message>
    </context>
    <context>
        <name>ClarificationPage</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Assessing</source>
            <translation>评估征求</translation>
        </message>
        <message>
            <source>Carrying out</source>
            <translation>实施</translation>
        </message>
        <message>
            <source>Clear the filters, or register an application</source>
            <translation>可清空条件，或登记澄清申请。</translation>
        </message>
        <message>
            <source>Clearing names</source>
            <translation>澄清正名</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>In approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>姓名、拼音首字母或编号</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>核查单位</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>党组织</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Overdue only</source>
            <translation>只看超期</translation>
        </message>
        <message>
            <source>Passing on</source>
            <translation>转核</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登记日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>共{0}件</translation>
        </message>
    </context>
    <context>
        <name>ClockCard</name>
        <message>
            <source>Why this date</source>
            <translation>时限依据</translation>
        </message>
    </context>
    <context>
        <name>CloseDialog</name>
        <message>
            <source>Close</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Close {name}?</source>
            <translation>停用{name}？</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>止日</translation>
        </message>
    </context>
    <context>
        <name>CloseMonthDialog</name>
        <message>
            <source>Close it only after the leader has signed the report. The figures then never change; later entries show as corrections in the next report.</source>
            <translation>领导审签后再月结。月结后数字不再变动，此后补录、更正的列入下期附表6。</translation>
        </message>
        <message>
            <source>Close the month</source>
            <translation>月结</translation>
        </message>
        <message>
            <source>Close {month}</source>
            <translation>{month}月结</translation>
        </message>
        <message>
            <source>Name and post, as on the report</source>
            <translation>姓名和职务，与月报一致</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>审签人</translation>
        </message>
    </context>
    <context>
        <name>CodeDialog</name>
        <message>
            <source>Code, never changed later</source>
            <translation>代码（以后不再更改）</translation>
        </message>
        <message>
            <source>Label in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Label in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Offered from</source>
            <translation>起用日</translation>
        </message>
        <message>
            <source>Offered until</source>
            <translation>停用日</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Short label</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Words of other ledgers, one a line</source>
            <translation>其他台账的写法，每行一个</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Compare side by side</source>
            <translation>并排对照</translation>
        </message>
        <message>
            <source>Link as repeated</source>
            <translation>关联为重复件</translation>
        </message>
        <message>
            <source>Not the same matter</source>
            <translation>不是重复</translation>
        </message>
        <message>
            <source>Repeats this one</source>
            <translation>并入前件</translation>
        </message>
        <message>
            <source>Same text</source>
            <translation>正文相同</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>并排对照</translation>
        </message>
        <message>
            <source>This form</source>
            <translation>本次登记</translation>
        </message>
        <message>
            <source>{0} % alike</source>
            <translation>相似度{0}%</translation>
        </message>
        <message>
            <source>{percent} % alike</source>
            <translation>相近{percent}%</translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Please choose for: {fields}</source>
            <translation>请逐项选定：{fields}</translation>
        </message>
        <message>
            <source>Save as chosen</source>
            <translation>按所选保存</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>暂存</translation>
        </message>
        <message>
            <source>Stored now</source>
            <translation>现有内容</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>本人内容</translation>
        </message>
        <message>
            <source>stored now</source>
            <translation>现有内容</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>本人内容</translation>
        </message>
    </context>
    <context>
        <name>Consultation</name>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Consultation recorded</source>
            <translation>已登记咨询</translation>
        </message>
        <message>
            <source>No name is recorded; it counts in person-times, apart</source>
            <translation>不记姓名，按人次另行统计</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Record a consultation</source>
            <translation>咨询登记</translation>
        </message>
        <message>
            <source>What was answered</source>
            <translation>答复要点</translation>
        </message>
        <message>
            <source>What was asked</source>
            <translation>咨询事项</translation>
        </message>
    </context>
    <context>
        <name>CorrectionsDialog</name>
        <message>
            <source>As told</source>
            <translation>原数</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>更正数</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Entered by</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>{item} ({value})</source>
            <translation>{item}（{value}）</translation>
        </message>
    </context>
    <context>
        <name>DateEdit</name>
        <message>
            <source>2026-03-05, 0305 or 3.5</source>
            <translation>2026-03-05、0305或3.5</translation>
        </message>
        <message>
            <source>Open calendar</source>
            <translation>打开日历</translation>
        </message>
        <message>
            <source>Write the date as 2026-03-05, 0305 or 3.5</source>
            <translation>日期请写成2026-03-05、0305或3.5</translation>
        </message>
    </context>
    <context>
        <name>DateReasons</name>
        <message>
            <source>Working calendar, edition {0}</source>
            <translation>工作日历版次：{0}</translation>
        </message>
        <message>
            <source>no set term</source>
            <translation>未定期限</translation>
        </message>
        <message>
            <source>weekends: {0} days</source>
            <translation>周末{0}天</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0}日</translation>
        </message>
        <message>
            <source>{0} days, agreed once</source>
            <translation>已批准延长{0}日（一次）</translation>
        </message>
        <message>
            <source>{0} months</source>
            <translation>{0}个月</translation>
        </message>
        <message>
            <source>{0} working days</source>
            <translation>{0}个工作日</translation>
        </message>
        <message>
            <source>{0} years</source>
            <translation>{0}年</translation>
        </message>
        <message>
            <source>{0}, not counted itself</source>
            <translation>{0}，当日不计</translation>
        </message>
        <message>
            <source>{0}: {1} days</source>
            <translation>{0}{1}天</translation>
        </message>
    </context>
    <context>
        <name>DayWords</name>
        <message>
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <source>Fr</source>
            <translation>五</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <source>Mo</source>
            <translation>一</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <source>Sa</source>
            <translation>六</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <source>Su</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>Th</source>
            <translation>四</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Tu</source>
            <translation>二</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>We</source>
            <translation>三</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation>{month}{day}日</translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation>{year}年{month}{day}日</translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation>{year}年{month}</translation>
        </message>
        <message>
            <source>{weekday} {day}</source>
            <translation>{day} {weekday}</translation>
        </message>
    </context>
    <context>
        <name>Decisions</name>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Compare with the paper: {0}</source>
            <translation>核对纸质件：{0}</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Confirm {0} answers given on the spot</source>
            <translation>确认当场办结{0}件</translation>
        </message>
        <message>
            <source>Confirmed and closed</source>
            <translation>已确认并销号</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>Decide: {0}</source>
            <translation>批办：{0}</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>批办意见</translation>
        </message>
        <message>
            <source>Disagree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>Does not fit: type it again</source>
            <translation>不一致，退回重录</translation>
        </message>
        <message>
            <source>Fits the paper</source>
            <translation>与纸质件一致</translation>
        </message>
        <message>
            <source>On the paper: {0}</source>
            <translation>纸质件：{0}</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Proposed by {0} on {1}</source>
            <translation>{0}拟办，{1}</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>核对结果</translation>
        </message>
        <message>
            <source>Return for changes</source>
            <translation>退回修改</translation>
        </message>
        <message>
            <source>The cases are closed. This step cannot be taken back.</source>
            <translation>确认后予以销号。本步骤办理后不能撤销。</translation>
        </message>
        <message>
            <source>Typed by {0}</source>
            <translation>{0}录入</translation>
        </message>
    </context>
    <context>
        <name>DeedDialog</name>
        <message>
            <source>Basis: {0}</source>
            <translation>依据：{0}</translation>
        </message>
        <message>
            <source>Date on the paper</source>
            <translation>文件日期</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Post of the signer</source>
            <translation>签字人职务</translation>
        </message>
        <message>
            <source>Recorded from paper; a second person compares it with the scan</source>
            <translation>代录：据纸质文件录入，由另一人与扫描件核对。</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签字人</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>采用建议</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>A fault of the program</source>
            <translation>程序故障</translation>
        </message>
        <message>
            <source>A fault of the program, number {number}</source>
            <translation>程序故障，编号{number}</translation>
        </message>
        <message>
            <source>Building the demonstration center; about a minute, once a day</source>
            <translation>正在建立演示中心，约需1分钟，每天一次</translation>
        </message>
        <message>
            <source>The program ended unexpectedly last time; typed drafts were kept.</source>
            <translation>上次程序异常退出；已录入的内容已暂存。</translation>
        </message>
        <message>
            <source>What was saved is safe and drafts are kept. Tell the system administrator the number; the log holds no contents of cases.</source>
            <translation>已保存的内容不受影响，未保存的已暂存。请将编号告知系统管理员；日志不含诉求内容。</translation>
        </message>
    </context>
    <context>
        <name>DialogKeeper</name>
        <message>
            <source>What was typed last time is back; please check it</source>
            <translation>上次未保存的内容已找回，请核对。</translation>
        </message>
    </context>
    <context>
        <name>DifficultyDeeds</name>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Difficulty solved</source>
            <translation>困难问题登记解决</translation>
        </message>
        <message>
            <source>Difficulty that cannot be solved now</source>
            <translation>困难问题登记说明</translation>
        </message>
        <message>
            <source>Record as solved</source>
            <translation>登记解决</translation>
        </message>
        <message>
            <source>Record explanation</source>
            <translation>登记说明</translation>
        </message>
        <message>
            <source>What the person was told</source>
            <translation>暂不能解决的原因和说明情况</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>落实情况</translation>
        </message>
    </context>
    <context>
        <name>DifficultyLine</name>
        <message>
            <source>By when</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Remove the line</source>
            <translation>移除本条</translation>
        </message>
        <message>
            <source>Unit that solves it</source>
            <translation>责任单位</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>责任人</translation>
        </message>
    </context>
    <context>
        <name>DrawingFlow</name>
        <message>
            <source>Could not be written: {0}</source>
            <translation>无法写入：{0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已存为{0}</translation>
        </message>
    </context>
    <context>
        <name>DuePanel</name>
        <message>
            <source>Appellant and unit</source>
            <translation>诉求人和单位</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>No {0} holiday notice yet; workday terms are provisional.</source>
            <translation>{0}年放假调休通知尚未录入，工作日期限为暂定。</translation>
        </message>
        <message>
            <source>Nothing is overdue or due soon.</source>
            <translation>没有超期、临期的诉求件。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Open in the ledger</source>
            <translation>在台账中打开</translation>
        </message>
        <message>
            <source>Overdue, due today, due soon</source>
            <translation>已超期、今日到期、临期</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>Statutory</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>The next is due on {0}.</source>
            <translation>最近一件{0}到期。</translation>
        </message>
        <message>
            <source>What is due</source>
            <translation>到期清单</translation>
        </message>
        <message>
            <source>What is in the hands of the discipline organ is not timed.</source>
            <translation>纪委监委承办事项不列入时限。</translation>
        </message>
        <message>
            <source>Within 7 days</source>
            <translation>7日内</translation>
        </message>
    </context>
    <context>
        <name>DueWords</name>
        <message>
            <source>Blue card · {words}</source>
            <translation>蓝卡 · {words}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已办</translation>
        </message>
        <message>
            <source>Due soon · {left}</source>
            <translation>临期 · {left}</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>未起算</translation>
        </message>
        <message>
            <source>Not timed</source>
            <translation>不计时限</translation>
        </message>
        <message>
            <source>On time · {left}</source>
            <translation>正常 · {left}</translation>
        </message>
        <message>
            <source>Own: {n} day</source>
            <translation>本人期限{n}日</translation>
        </message>
        <message>
            <source>Own: {n} days</source>
            <translation>本人期限{n}日</translation>
        </message>
        <message>
            <source>Own: {n} workday</source>
            <translation>本人期限{n}个工作日</translation>
        </message>
        <message>
            <source>Own: {n} workdays</source>
            <translation>本人期限{n}个工作日</translation>
        </message>
        <message>
            <source>Provisional?</source>
            <translation>暂定?</translation>
        </message>
        <message>
            <source>Red card · {words}</source>
            <translation>红卡 · {words}</translation>
        </message>
        <message>
            <source>Yellow card · {words}</source>
            <translation>黄卡 · {words}</translation>
        </message>
        <message>
            <source>{due}, provisional</source>
            <translation>{due}，暂定</translation>
        </message>
        <message>
            <source>{n} day left</source>
            <translation>剩{n}日</translation>
        </message>
        <message>
            <source>{n} day over</source>
            <translation>已超期{n}日</translation>
        </message>
        <message>
            <source>{n} days left</source>
            <translation>剩{n}日</translation>
        </message>
        <message>
            <source>{n} days over</source>
            <translation>已超期{n}日</translation>
        </message>
        <message>
            <source>{n} workday left</source>
            <translation>剩{n}个工作日</translation>
        </message>
        <message>
            <source>{n} workday over</source>
            <translation>已超期{n}个工作日</translation>
        </message>
        <message>
            <source>{n} workdays left</source>
            <translation>剩{n}个工作日</translation>
        </message>
        <message>
            <source>{n} workdays over</source>
            <translation>已超期{n}个工作日</translation>
        </message>
    </context>
    <context>
        <name>DuplicateBanner</name>
        <message>
            <source>Compare side by side</source>
            <translation>并排对照</translation>
        </message>
        <message>
            <source>Merge into the earlier…</source>
            <translation>并入前件…</translation>
        </message>
        <message>
            <source>None is a duplicate</source>
            <translation>都不是重复</translation>
        </message>
        <message>
            <source>Perhaps the same as 1 appeal</source>
            <translation>可能与1件诉求重复</translation>
        </message>
        <message>
            <source>Perhaps the same as {n} appeals</source>
            <translation>可能与{n}件诉求重复</translation>
        </message>
        <message>
            <source>{percent} % alike</source>
            <translation>相近{percent}%</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message>
            <source>; the first {0} are listed</source>
            <translation>；列出前{0}组</translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>相似度</translation>
        </message>
        <message>
            <source>Alike from</source>
            <translation>相似度不低于</translation>
        </message>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Compare side by side</source>
            <translation>并排对照</translation>
        </message>
        <message>
            <source>Comparing the letters; cancelling changes nothing</source>
            <translation>正在比对正文；取消不影响任何内容</translation>
        </message>
        <message>
            <source>Earliest</source>
            <translation>前件编号</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>重复件组</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>承办单位</translation>
        </message>
        <message>
            <source>In common: {0}</source>
            <translation>相同文字：{0}</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Letters of the group</source>
            <translation>本组各件</translation>
        </message>
        <message>
            <source>Link as repeated</source>
            <translation>关联为重复件</translation>
        </message>
        <message>
            <source>Listing the groups</source>
            <translation>正在列出各组</translation>
        </message>
        <message>
            <source>Main appeal</source>
            <translation>主要诉求</translation>
        </message>
        <message>
            <source>Nearly the same</source>
            <translation>正文相近</translation>
        </message>
        <message>
            <source>No letter repeats another.</source>
            <translation>没有重复件。</translation>
        </message>
        <message>
            <source>None is a duplicate</source>
            <translation>都不是重复</translation>
        </message>
        <message>
            <source>Noted; the search is repeated</source>
            <translation>已记录，重新排查</translation>
        </message>
        <message>
            <source>Nothing was searched yet.</source>
            <translation>尚未排查。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Only appeals you may open are compared, by their facts.</source>
            <translation>只比对本人可以查看的诉求件的事实部分。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开详情</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收件日期</translation>
        </message>
        <message>
            <source>Repeated letters</source>
            <translation>重复件排查</translation>
        </message>
        <message>
            <source>Same text</source>
            <translation>正文相同</translation>
        </message>
        <message>
            <source>Search all appeals</source>
            <translation>排查</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The search was cancelled</source>
            <translation>排查已取消</translation>
        </message>
        <message>
            <source>They are not shown as repeated again.</source>
            <translation>以后不再列为重复件。</translation>
        </message>
        <message>
            <source>They were linked before</source>
            <translation>此前已经关联</translation>
        </message>
        <message>
            <source>Too many letters at once: choose some of them</source>
            <translation>件数过多，请选择其中几件。</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位职务</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>同名</translation>
        </message>
        <message>
            <source>same person</source>
            <translation>同一人</translation>
        </message>
        <message>
            <source>same text</source>
            <translation>正文相同</translation>
        </message>
        <message>
            <source>same unit</source>
            <translation>同单位</translation>
        </message>
        <message>
            <source>text alike</source>
            <translation>正文相近</translation>
        </message>
        <message>
            <source>{0} groups, {1} letters, {2} pairs</source>
            <translation>{0}组，{1}件，{2}对</translation>
        </message>
        <message>
            <source>{0} letters are different matters</source>
            <translation>这{0}件不是同一事项</translation>
        </message>
        <message>
            <source>{0} letters were linked</source>
            <translation>已关联{0}件</translation>
        </message>
    </context>
    <context>
        <name>DutyPage</name>
        <message>
            <source>Plan of receptions</source>
            <translation>接访安排</translation>
        </message>
    </context>
    <context>
        <name>DutyPanel</name>
        <message>
            <source>Calls</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Consultations</source>
            <translation>咨询</translation>
        </message>
        <message>
            <source>Leader {0}, on duty {1}</source>
            <translation>带班领导{0}　值班人员{1}</translation>
        </message>
        <message>
            <source>Left by {0} on {1}: {2}</source>
            <translation>{1}{0}移交：{2}</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>来信</translation>
        </message>
        <message>
            <source>Nobody has begun duty today</source>
            <translation>今日尚未登记值班</translation>
        </message>
        <message>
            <source>Nobody is expected today</source>
            <translation>今日无预约、无接访安排</translation>
        </message>
        <message>
            <source>Nothing was left by the last shift</source>
            <translation>上一班无移交事项</translation>
        </message>
        <message>
            <source>Open the log</source>
            <translation>打开日志</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>接班</translation>
        </message>
        <message>
            <source>Today at the desk</source>
            <translation>今日值班</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>来访</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>groups</source>
            <translation>批</translation>
        </message>
        <message>
            <source>times</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation>另有{0}项</translation>
        </message>
        <message>
            <source>{0} persons</source>
            <translation>{0}人</translation>
        </message>
        <message>
            <source>{0} {1} receives visitors, {2}</source>
            <translation>{0}　{1}接访　{2}</translation>
        </message>
        <message>
            <source>{0} {1} to see {2}, {3}</source>
            <translation>{0}　{1}　约见{2}　{3}</translation>
        </message>
    </context>
    <context>
        <name>EntryCardPage</name>
        <message>
            <source>Approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Backfilled</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Compare it first, then tick</source>
            <translation>请先逐项核对，再勾选</translation>
        </message>
        <message>
            <source>Compare with the paper: {0}</source>
            <translation>对照纸质核对：{0}</translation>
        </message>
        <message>
            <source>Compared with the paper, line by line</source>
            <translation>已与纸质件逐项核对</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>办理过程</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Deadlines, papers, files</source>
            <translation>时限、文书、材料</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>已审批</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>It says the same</source>
            <translation>核对一致</translation>
        </message>
        <message>
            <source>Kept inside</source>
            <translation>内部记录</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>基本情况</translation>
        </message>
        <message>
            <source>Nobody has opened it yet</source>
            <translation>尚无查阅记录。</translation>
        </message>
        <message>
            <source>On the paper: {0}</source>
            <translation>纸质件：{0}</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>查阅记录</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation>拟办</translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation>受限</translation>
        </message>
        <message>
            <source>Restricted ({0} fields)</source>
            <translation>受限（{0}项）</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Saved. Number {0}</source>
            <translation>已保存。编号：{0}</translation>
        </message>
        <message>
            <source>Scans are among the files: {0}</source>
            <translation>扫描件在材料中：{0}</translation>
        </message>
        <message>
            <source>To be compared with paper</source>
            <translation>待对照纸质核对</translation>
        </message>
        <message>
            <source>Typed by {name}, {day}</source>
            <translation>录入：{name}，{day}</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} entries</source>
            <translation>共{0}条</translation>
        </message>
        <message>
            <source>{move}: {lack}</source>
            <translation>{move}：{lack}</translation>
        </message>
        <message>
            <source>{name}, {day}</source>
            <translation>{name}，{day}</translation>
        </message>
    </context>
    <context>
        <name>EntryDeeds</name>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>It is done once another person has agreed</source>
            <translation>送批后由另一人审批，同意后办理。</translation>
        </message>
        <message>
            <source>Sent for decision</source>
            <translation>已送批</translation>
        </message>
        <message>
            <source>This step cannot be taken back, only corrected or voided</source>
            <translation>本步骤办理后不能撤销，只能作废或更正。</translation>
        </message>
        <message>
            <source>What stood there before stays in the trail</source>
            <translation>更正前的内容在日志中留痕。</translation>
        </message>
        <message>
            <source>{book}: {move}</source>
            <translation>{book}：{move}</translation>
        </message>
        <message>
            <source>{move}: {title}</source>
            <translation>{move}：{title}</translation>
        </message>
    </context>
    <context>
        <name>EntryPapers</name>
        <message>
            <source>Blank form for the pen</source>
            <translation>空白表（手填）</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Outside the white list: {0}</source>
            <translation>文中有本件名单以外的内容：{0}</translation>
        </message>
        <message>
            <source>Preview and print</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>核对放行</translation>
        </message>
        <message>
            <source>Release it only if the paper must name this.</source>
            <translation>确需写明的，予以放行。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为PDF</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Send for release</source>
            <translation>送另一人核对</translation>
        </message>
        <message>
            <source>The paper is released and can be printed</source>
            <translation>已核对放行，可以打印。</translation>
        </message>
        <message>
            <source>The paper names something that its own record does not allow. Correct the text, or send it to another person for release.</source>
            <translation>请核对修改，或者送另一人核对放行。</translation>
        </message>
        <message>
            <source>This paper waits for another person to release it</source>
            <translation>本文书待另一人核对放行。</translation>
        </message>
    </context>
    <context>
        <name>EntryWords</name>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
    </context>
    <context>
        <name>EventList</name>
        <message>
            <source>By the person's unit</source>
            <translation>按谈话对象单位</translation>
        </message>
        <message>
            <source>Each event brings about one talk; near ones share it</source>
            <translation>一事一谈；同一人相近的事件合并为一次谈话</translation>
        </message>
        <message>
            <source>Enter an event</source>
            <translation>登记必谈事件</translation>
        </message>
        <message>
            <source>Enter one, or paste a list of names</source>
            <translation>可逐个登记，也可粘贴名单</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Event on</source>
            <translation>事件日期</translation>
        </message>
        <message>
            <source>In a few words</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>In the office's own order, no ranking</source>
            <translation>按单位序，不排名</translation>
        </message>
        <message>
            <source>Must-talk events</source>
            <translation>必谈事件</translation>
        </message>
        <message>
            <source>No event in this month</source>
            <translation>本月没有必谈事件</translation>
        </message>
        <message>
            <source>Paste a list…</source>
            <translation>粘贴名单…</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>谈话</translation>
        </message>
        <message>
            <source>Talk by</source>
            <translation>谈话期限</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit not named</source>
            <translation>未注明单位</translation>
        </message>
        <message>
            <source>Why not held</source>
            <translation>未谈原因</translation>
        </message>
        <message>
            <source>held / planned</source>
            <translation>已谈／应谈</translation>
        </message>
    </context>
    <context>
        <name>EventOpenings</name>
        <message>
            <source>Enter</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Enter a must-talk event</source>
            <translation>登记必谈事件</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Event on</source>
            <translation>事件日期</translation>
        </message>
        <message>
            <source>For events of more than a week ago</source>
            <translation>事件在一周以前的须填写</translation>
        </message>
        <message>
            <source>In a few words</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>谈话对象</translation>
        </message>
        <message>
            <source>The talk's limit runs from the day of the event</source>
            <translation>谈话期限自事件日期起算</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Why it is entered late</source>
            <translation>补录理由</translation>
        </message>
        <message>
            <source>{n} events entered: {new} talks planned, {joined} joined a planned talk</source>
            <translation>已登记{n}个事件：列入计划{new}次谈话，并入已有计划{joined}个。</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Required</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>{label}, required</source>
            <translation>{label}，必填</translation>
        </message>
    </context>
    <context>
        <name>FieldWords</name>
        <message>
            <source>Addressee</source>
            <translation>主送</translation>
        </message>
        <message>
            <source>Answer asked by</source>
            <translation>请反馈日期</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Copies to</source>
            <translation>抄送</translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>成文日期</translation>
        </message>
        <message>
            <source>Days for the person's answer</source>
            <translation>本人提出意见的日数</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>Text to be read out</source>
            <translation>宣读内容</translation>
        </message>
        <message>
            <source>The question that is cleared up</source>
            <translation>拟澄清的具体问题</translation>
        </message>
        <message>
            <source>Who takes part</source>
            <translation>参加范围</translation>
        </message>
        <message>
            <source>contact</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>identity number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>phrase about a report</source>
            <translation>描述来信的措辞</translation>
        </message>
        <message>
            <source>telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>FigureWriter</name>
        <message>
            <source>Counter today: {0} inquiries, {1} notes</source>
            <translation>今日咨询{0}人次，暂存{1}件</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>In handling</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>Opinions to give</source>
            <translation>会办（协办）</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Returned by units</source>
            <translation>退回给我</translation>
        </message>
        <message>
            <source>Talks today</source>
            <translation>今日谈话</translation>
        </message>
        <message>
            <source>To be followed up</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>To be handed over</source>
            <translation>待转办</translation>
        </message>
        <message>
            <source>To be screened</source>
            <translation>待审核</translation>
        </message>
        <message>
            <source>To be signed in</source>
            <translation>待我签收</translation>
        </message>
        <message>
            <source>Waiting for my decision</source>
            <translation>待我批</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>items</source>
            <translation>项</translation>
        </message>
        <message>
            <source>talks</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>the oldest since {0}</source>
            <translation>最早{0}到期</translation>
        </message>
        <message>
            <source>up to {0}</source>
            <translation>至{0}</translation>
        </message>
        <message>
            <source>without my own proposals</source>
            <translation>本人拟办的不在此列</translation>
        </message>
    </context>
    <context>
        <name>FileEdit</name>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Could not be read: {0}</source>
            <translation>未能读取：{0}</translation>
        </message>
        <message>
            <source>From the files</source>
            <translation>从材料中选</translation>
        </message>
        <message>
            <source>Take the file away</source>
            <translation>移除文件</translation>
        </message>
    </context>
    <context>
        <name>FindingAsks</name>
        <message>
            <source>As the letter gives it; nothing else of the check is recorded</source>
            <translation>照函中原句录入，不超过200字；核查的其他内容不录入。</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论类别</translation>
        </message>
        <message>
            <source>Date of the letter</source>
            <translation>函的日期</translation>
        </message>
        <message>
            <source>Number of the letter</source>
            <translation>函号</translation>
        </message>
        <message>
            <source>The one sentence that may be said</source>
            <translation>可说的一句话</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>A password has at least {least} characters</source>
            <translation>口令至少{least}位</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Center</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Confirm and delete the files</source>
            <translation>核对并删除文件</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>成员单位</translation>
        </message>
        <message>
            <source>Each department needs a full and a short name</source>
            <translation>请填写各成员单位的全称和简称</translation>
        </message>
        <message>
            <source>First half-sheet</source>
            <translation>应急恢复单第一页</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>全称</translation>
        </message>
        <message>
            <source>Give the name</source>
            <translation>请填写姓名</translation>
        </message>
        <message>
            <source>Give the name of the center</source>
            <translation>请填写中心名称</translation>
        </message>
        <message>
            <source>Head of the center</source>
            <translation>中心负责人</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>以后再核对</translation>
        </message>
        <message>
            <source>Make the store</source>
            <translation>建立记录库</translation>
        </message>
        <message>
            <source>Making the store</source>
            <translation>正在建立记录库</translation>
        </message>
        <message>
            <source>Name of the center, as papers print it</source>
            <translation>中心名称（文书上印制）</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Password of the head of the center</source>
            <translation>中心负责人口令</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>应急恢复单</translation>
        </message>
        <message>
            <source>Second half-sheet</source>
            <translation>应急恢复单第二页</translation>
        </message>
        <message>
            <source>Security administrator</source>
            <translation>安全保密管理员</translation>
        </message>
        <message>
            <source>Security auditor</source>
            <translation>安全审计员</translation>
        </message>
        <message>
            <source>Set up a new center</source>
            <translation>建立新的中心</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>System administrator</source>
            <translation>系统管理员</translation>
        </message>
        <message>
            <source>The four member departments. More units are added later.</source>
            <translation>四个成员单位；其他单位以后添加。</translation>
        </message>
        <message>
            <source>The head of the center sets a password now; the three administrators set theirs at their first log-in.</source>
            <translation>中心负责人现在设置口令；三名管理员首次登录时各自设置。</translation>
        </message>
        <message>
            <source>The recovery sheet opens the store when every password is lost. It has two halves, {first} and {second}, in the folder {folder}: print them, give each to another holder, and type both back here. Then the files are deleted. Until then the status bar says “unconfirmed” in red.</source>
            <translation>所有口令都遗失时，用应急恢复单打开记录库。恢复单分两页：{first}、{second}，在文件夹 {folder} 中。请打印后交两人分别保管，并在此处各输入一遍，核对无误后文件即删除。在此之前状态栏以红字提示“未确认”。</translation>
        </message>
        <message>
            <source>The same password again</source>
            <translation>再输入一遍口令</translation>
        </message>
        <message>
            <source>The store {name} is made on this machine and encrypted.</source>
            <translation>记录库{name}建在本机并加密。</translation>
        </message>
        <message>
            <source>The two passwords differ</source>
            <translation>两次输入的口令不一致</translation>
        </message>
        <message>
            <source>for example 泽川县干部诉求联合受理中心</source>
            <translation>例如：泽川县干部诉求联合受理中心</translation>
        </message>
    </context>
    <context>
        <name>FoldedText</name>
        <message>
            <source>Show all {0} characters</source>
            <translation>展开全文（{0}字）</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>收起</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Please fill this in</source>
            <translation>请填写此项</translation>
        </message>
        <message>
            <source>Still wrong: {field}</source>
            <translation>还有1处要改：{field}</translation>
        </message>
        <message>
            <source>{n} places are still wrong, first: {field}</source>
            <translation>还有{n}处要改，先看：{field}</translation>
        </message>
    </context>
    <context>
        <name>GuessGuard</name>
        <message>
            <source>This seems to be a state secret; it may not be recorded here</source>
            <translation>文中疑有国家秘密标志，本系统不处理国家秘密。</translation>
        </message>
        <message>
            <source>This seems to guess at who reported; take it out before saving</source>
            <translation>文中疑有对反映人的猜测，请删去后再保存。</translation>
        </message>
    </context>
    <context>
        <name>HandOnPanel</name>
        <message>
            <source>Accusations are received by the discipline organ: nothing is recorded</source>
            <translation>检举控告由纪检监察机关受理，不在此录入</translation>
        </message>
        <message>
            <source>Back to the form</source>
            <translation>返回登记</translation>
        </message>
        <message>
            <source>Courts and legal procedures have this matter: nothing is recorded</source>
            <translation>涉法涉诉事项由政法机关受理，不在此录入</translation>
        </message>
        <message>
            <source>Do not ask further and write nothing down</source>
            <translation>不再询问，不作记录</translation>
        </message>
        <message>
            <source>Do not open what is sealed, do not ask further, write nothing down</source>
            <translation>密封材料不拆封，不询问，不作记录</translation>
        </message>
        <message>
            <source>Give the person the slip with address, telephone and hours</source>
            <translation>将载明地址、电话、办公时间的指引单交给本人</translation>
        </message>
        <message>
            <source>Hand it over on the same or the next working day against a signature</source>
            <translation>当日或次一工作日转交有权机关，由对方签收</translation>
        </message>
        <message>
            <source>If the person leaves a sealed envelope: register it by number, time and pieces only</source>
            <translation>本人留下密封材料的，只登记编号、时间、件数</translation>
        </message>
        <message>
            <source>Managed by the city: nothing is typed and nothing is stored here</source>
            <translation>市管干部的诉求不在此录入，也不留存</translation>
        </message>
        <message>
            <source>Print a guidance slip</source>
            <translation>打印指引单</translation>
        </message>
        <message>
            <source>Register the envelope</source>
            <translation>登记密封件</translation>
        </message>
    </context>
    <context>
        <name>HeaderView</name>
        <message>
            <source>Usual columns</source>
            <translation>恢复默认列</translation>
        </message>
    </context>
    <context>
        <name>HeldNotesDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续登记</translation>
        </message>
        <message>
            <source>Held notes</source>
            <translation>暂存件</translation>
        </message>
        <message>
            <source>Its number stays used. This cannot be undone</source>
            <translation>编号不再使用。本步骤办理后不能撤销</translation>
        </message>
        <message>
            <source>Nothing is held</source>
            <translation>没有暂存件</translation>
        </message>
        <message>
            <source>The original time is kept</source>
            <translation>保留原时间，登记后注明补录</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Void {number}?</source>
            <translation>作废{number}？</translation>
        </message>
    </context>
    <context>
        <name>HiddenPage</name>
        <message>
            <source>F12 brings the work back</source>
            <translation>按 F12 返回</translation>
        </message>
        <message>
            <source>{date} {weekday}</source>
            <translation>{date} {weekday}</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>; kept as they are: {0}</source>
            <translation>；原样保留：{0}</translation>
        </message>
        <message>
            <source>; missing: {0}</source>
            <translation>；缺少：{0}</translation>
        </message>
        <message>
            <source>; not read because they name somebody: {0}</source>
            <translation>；涉及他人，不予读取：{0}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>导入批次</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Cancelled. Nothing of this file was imported.</source>
            <translation>已取消。该文件没有导入任何内容。</translation>
        </message>
        <message>
            <source>Cancelled; nothing of the open file was imported</source>
            <translation>已取消；未导完的文件没有导入任何内容</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>有变化</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Columns: {0}</source>
            <translation>栏目对应：{0}</translation>
        </message>
        <message>
            <source>Done. A batch can be taken back whole under “Batches”.</source>
            <translation>已办毕。可在“导入批次”整批撤回。</translation>
        </message>
        <message>
            <source>Drop ledgers here</source>
            <translation>将台账文件拖到此处</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Finishing {0}</source>
            <translation>正在完成{0}</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import of ledgers</source>
            <translation>台账导入</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>Importing {0}; cancelling leaves nothing of it</source>
            <translation>正在导入{0}；取消后该文件不留任何内容</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Ledgers ({0})</source>
            <translation>台账文件（{0}）</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>No such rows in this file.</source>
            <translation>该文件没有此类行。</translation>
        </message>
        <message>
            <source>Nothing new</source>
            <translation>无新增</translation>
        </message>
        <message>
            <source>Nothing of this file was imported.</source>
            <translation>该文件没有导入任何内容。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Put the files away</source>
            <translation>移出文件</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读入</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>读取中</translation>
        </message>
        <message>
            <source>Reading {0}</source>
            <translation>正在读取{0}</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待导入</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收件日期</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不能导入</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Rows of the file</source>
            <translation>文件各行</translation>
        </message>
        <message>
            <source>Sheets without a header: {0}</source>
            <translation>未识别出表头的工作表：{0}</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>The file is being read.</source>
            <translation>正在读取文件。</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>需核对</translation>
        </message>
        <message>
            <source>Try out</source>
            <translation>试导入</translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation>导入情况</translation>
        </message>
        <message>
            <source>differs in {0}</source>
            <translation>与原件不同：{0}</translation>
        </message>
        <message>
            <source>xlsx, xls, csv, json. Nothing is written before you have seen every row.</source>
            <translation>可导入xlsx、xls、csv、json。先逐行核对，确认后再写入。</translation>
        </message>
        <message>
            <source>{0} cases from {1} files were imported</source>
            <translation>已导入{0}件，共{1}个文件</translation>
        </message>
        <message>
            <source>{0} new cases in {1} files; each file becomes a batch</source>
            <translation>{1}个文件共新增{0}件；每个文件为一批</translation>
        </message>
    </context>
    <context>
        <name>ImportWords</name>
        <message>
            <source>Changed</source>
            <translation>有变化</translation>
        </message>
        <message>
            <source>Given up</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>In the store already</source>
            <translation>库中已有</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Known, with other values</source>
            <translation>库中已有，内容不同，不覆盖</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>导入中</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>a date lies in the future</source>
            <translation>日期在今日之后</translation>
        </message>
        <message>
            <source>answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>answer without a date</source>
            <translation>有答复无日期</translation>
        </message>
        <message>
            <source>answered before it was received</source>
            <translation>答复早于收件</translation>
        </message>
        <message>
            <source>category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>category not in the list</source>
            <translation>类别不在代码表内</translation>
        </message>
        <message>
            <source>cells pushed aside</source>
            <translation>单元格错位</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>诉求方式</translation>
        </message>
        <message>
            <source>damaged characters</source>
            <translation>有乱码</translation>
        </message>
        <message>
            <source>date of an answer without its text</source>
            <translation>有答复日期无正文</translation>
        </message>
        <message>
            <source>date of the answer</source>
            <translation>答复日期</translation>
        </message>
        <message>
            <source>date of the answer not readable</source>
            <translation>答复日期无法识别</translation>
        </message>
        <message>
            <source>day and month may be swapped</source>
            <translation>日、月可能颠倒</translation>
        </message>
        <message>
            <source>handling unit</source>
            <translation>承办单位</translation>
        </message>
        <message>
            <source>name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>neither text nor number</source>
            <translation>既无正文也无编号</translation>
        </message>
        <message>
            <source>no name</source>
            <translation>无姓名</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无编号</translation>
        </message>
        <message>
            <source>no receipt date</source>
            <translation>无收件日期</translation>
        </message>
        <message>
            <source>no text</source>
            <translation>无正文</translation>
        </message>
        <message>
            <source>number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>number not exact</source>
            <translation>编号不准确</translation>
        </message>
        <message>
            <source>post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>receipt date</source>
            <translation>收件日期</translation>
        </message>
        <message>
            <source>receipt date not readable</source>
            <translation>收件日期无法识别</translation>
        </message>
        <message>
            <source>receipt time</source>
            <translation>收件时间</translation>
        </message>
        <message>
            <source>same text and date as an earlier row</source>
            <translation>与前行正文、日期相同</translation>
        </message>
        <message>
            <source>subject</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>the header again</source>
            <translation>重复的表头</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>InquiriesPage</name>
        <message>
            <source>Explanations accepted</source>
            <translation>予以采信</translation>
        </message>
        <message>
            <source>Share of statements</source>
            <translation>书面说明占比</translation>
        </message>
        <message>
            <source>Told to both</source>
            <translation>均已反馈</translation>
        </message>
        <message>
            <source>Written inquiries this year</source>
            <translation>本年函询</translation>
        </message>
        <message>
            <source>Written statements this year</source>
            <translation>本年书面说明</translation>
        </message>
        <message>
            <source>of inquiries and statements</source>
            <translation>占函询和书面说明合计</translation>
        </message>
        <message>
            <source>the person and the principal</source>
            <translation>本人和党组织主要负责同志</translation>
        </message>
    </context>
    <context>
        <name>InspectionPanel</name>
        <message>
            <source>Check of numbers</source>
            <translation>编号检查</translation>
        </message>
        <message>
            <source>Contents of the file</source>
            <translation>卷内目录</translation>
        </message>
        <message>
            <source>Entered late</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Everything of the period</source>
            <translation>一键备查</translation>
        </message>
        <message>
            <source>For inspectors</source>
            <translation>备查</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Full ledger (A3)</source>
            <translation>全台账（A3）</translation>
        </message>
        <message>
            <source>Gaps in numbers</source>
            <translation>断号</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超期</translation>
        </message>
        <message>
            <source>Papers missing</source>
            <translation>缺件</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Terms that end</source>
            <translation>期满清单</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Void numbers</source>
            <translation>作废号</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>items</source>
            <translation>项</translation>
        </message>
        <message>
            <source>{0} without a reason</source>
            <translation>{0}件待说明原因</translation>
        </message>
    </context>
    <context>
        <name>InspectionsPage</name>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Allow</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Allow an inspection</source>
            <translation>批准查阅</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Allowed by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Allowed on</source>
            <translation>批准日期</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>查阅期限</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>结束查阅</translation>
        </message>
        <message>
            <source>End the inspection of {name}?</source>
            <translation>结束{name}的查阅？</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>巡察查阅</translation>
        </message>
        <message>
            <source>May read</source>
            <translation>查阅范围</translation>
        </message>
        <message>
            <source>Number of its letter</source>
            <translation>来函文号</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>查阅单位</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>查阅事由</translation>
        </message>
        <message>
            <source>Read {0}</source>
            <translation>查看{0}</translation>
        </message>
        <message>
            <source>Reads from</source>
            <translation>查阅期限起</translation>
        </message>
        <message>
            <source>Reads until</source>
            <translation>查阅期限止</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收件时间</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>收件时间起</translation>
        </message>
        <message>
            <source>Received until</source>
            <translation>收件时间止</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The account ends with the last day. Sealed envelopes, inquiries, what was said in talks and inner notes stay closed; appeals are never opened for evaluation, appointment or awards.</source>
            <translation>账号到期自动停用。密封件、提醒函询诫勉、谈话内容和内部备注不开放；不得为考察、任用、评优查阅诉求记录。</translation>
        </message>
        <message>
            <source>The account is closed at once; what was read stays in the trail.</source>
            <translation>账号立即停用，查阅记录保留。</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>查阅人员</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>not now</source>
            <translation>未在期限内</translation>
        </message>
        <message>
            <source>read only, for some days, every question logged</source>
            <translation>限期只读，每次查阅留痕</translation>
        </message>
        <message>
            <source>running</source>
            <translation>查阅中</translation>
        </message>
        <message>
            <source>{0} visits</source>
            <translation>登录{0}次</translation>
        </message>
        <message>
            <source>{count} inspections; accounts are opened by the system administrator</source>
            <translation>共{count}项；查阅账号由系统管理员开设</translation>
        </message>
    </context>
    <context>
        <name>IntakeForm</name>
        <message>
            <source>A whole number from 1</source>
            <translation>请填不小于1的整数</translation>
        </message>
        <message>
            <source>Another unit, not in the list</source>
            <translation>其他单位（名单外）</translation>
        </message>
        <message>
            <source>Appeal</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Born in</source>
            <translation>出生年月</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>提出主体</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>诉求方式</translation>
        </message>
        <message>
            <source>Decision about</source>
            <translation>处理事项</translation>
        </message>
        <message>
            <source>Decision and number, steps taken before</source>
            <translation>决定（文书）名称、字号，已经过的途径</translation>
        </message>
        <message>
            <source>Earlier number</source>
            <translation>前件编号</translation>
        </message>
        <message>
            <source>First time</source>
            <translation>首次</translation>
        </message>
        <message>
            <source>First time?</source>
            <translation>是否首次</translation>
        </message>
        <message>
            <source>Give a telephone number. If the person wants none on record, choose “no phone”</source>
            <translation>请填写“联系电话”。如本人不愿留电话，请选“不留电话”并注明联系办法。</translation>
        </message>
        <message>
            <source>How to reach</source>
            <translation>联系要求</translation>
        </message>
        <message>
            <source>Kind of person</source>
            <translation>人员类别</translation>
        </message>
        <message>
            <source>Knew of the decision on</source>
            <translation>知悉（送达）日期</translation>
        </message>
        <message>
            <source>Main facts and reasons</source>
            <translation>主要事实和理由</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name may be told</source>
            <translation>公开姓名</translation>
        </message>
        <message>
            <source>Name of the unit</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Name, relation and telephone</source>
            <translation>代办人姓名、关系、电话</translation>
        </message>
        <message>
            <source>No</source>
            <translation>不可</translation>
        </message>
        <message>
            <source>Number of the incoming paper</source>
            <translation>来文字号</translation>
        </message>
        <message>
            <source>Only the person's own appeal and facts; never ask for or guess a reporter</source>
            <translation>只记本人诉求和事实，不询问、不记录、不猜测反映人</translation>
        </message>
        <message>
            <source>Papers handed in</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Passing on</source>
            <translation>转办意愿</translation>
        </message>
        <message>
            <source>Please fill in “{label}”</source>
            <translation>请填写“{label}”</translation>
        </message>
        <message>
            <source>Political status</source>
            <translation>政治面貌</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Postmark</source>
            <translation>信件邮戳日期</translation>
        </message>
        <message>
            <source>Proposed opinion</source>
            <translation>拟办意见</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Reason for recording late</source>
            <translation>补录理由</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Registered by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Repeated</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>具体请求</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>来文单位</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>State secrets are never entered here: take the mark of secrecy out</source>
            <translation>本系统不处理国家秘密，请删去密级标志。</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>The text seems to guess who reported: take it out before saving</source>
            <translation>文中疑有对反映人的猜测，请删去后再保存。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>来访时间</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>诉求标题</translation>
        </message>
        <message>
            <source>To be noticed</source>
            <translation>需关注情形</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>工作单位</translation>
        </message>
        <message>
            <source>Visitors</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Write down facts and reasons</source>
            <translation>请填写“主要事实和理由”</translation>
        </message>
        <message>
            <source>Write the date as 2026-03-05, 0305 or 3.5</source>
            <translation>请按2026-03-05、0305或3.5填写日期</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>可</translation>
        </message>
        <message>
            <source>made by the program, may be changed; at most 30 characters</source>
            <translation>自动拟出，可修改，30字以内</translation>
        </message>
        <message>
            <source>needed before it goes to screening</source>
            <translation>送审核前必填</translation>
        </message>
        <message>
            <source>one to a line; each may go to another unit</source>
            <translation>一行一项，可分送不同单位</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>1 place still to mend</source>
            <translation>还有1处要改</translation>
        </message>
        <message>
            <source>A held note is registered first</source>
            <translation>暂存件请先登记</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Clear the form?</source>
            <translation>清空本页？</translation>
        </message>
        <message>
            <source>Everything typed in it is thrown away</source>
            <translation>已录入的内容不再保留。是否继续？</translation>
        </message>
        <message>
            <source>Going on with {number}: its time is kept, it is marked as entered later</source>
            <translation>正在补录{number}，保留原时间，注明补录</translation>
        </message>
        <message>
            <source>Held as {number}; complete it later</source>
            <translation>已暂存为{number}，请稍后补录</translation>
        </message>
        <message>
            <source>Held notes</source>
            <translation>暂存件</translation>
        </message>
        <message>
            <source>Held notes {n}</source>
            <translation>暂存件 {n}</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>暂存</translation>
        </message>
        <message>
            <source>Keep three words, talk, and type the appeal later; the office's card is shown</source>
            <translation>记下姓名、电话和一句话，先接谈，诉求以后再登记；同时显示本单位接待卡</translation>
        </message>
        <message>
            <source>Kept {time}</source>
            <translation>已暂存 {time}</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Not filed, the file cannot be read: {names}</source>
            <translation>未能入卷，文件无法读取：{names}</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>打开诉求件</translation>
        </message>
        <message>
            <source>Record a consultation</source>
            <translation>咨询登记</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Register an appeal</source>
            <translation>诉求登记</translation>
        </message>
        <message>
            <source>Register and print receipt</source>
            <translation>登记并打印回执</translation>
        </message>
        <message>
            <source>Register instead</source>
            <translation>改为一般登记</translation>
        </message>
        <message>
            <source>Save or clear the form first, then go on with the held note</source>
            <translation>请先登记或清空当前内容，再继续登记暂存件</translation>
        </message>
        <message>
            <source>Saved. Number: {number}</source>
            <translation>已保存。受理编号：{number}</translation>
        </message>
        <message>
            <source>Settle and print receipt</source>
            <translation>当场办结并打印回执</translation>
        </message>
        <message>
            <source>Settle on the spot</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>清空重填</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Take out everything typed?</source>
            <translation>清除已录入的内容？</translation>
        </message>
        <message>
            <source>Talk first</source>
            <translation>先接谈</translation>
        </message>
        <message>
            <source>This matter must not be recorded: the words typed so far are not kept</source>
            <translation>此类事项不得录入，已录入的文字将清除，不留存。是否继续？</translation>
        </message>
        <message>
            <source>What was typed last time is back; check it</source>
            <translation>上次未保存的内容已找回，请核对。</translation>
        </message>
        <message>
            <source>kept by itself 3 seconds after the last key</source>
            <translation>停顿3秒自动暂存</translation>
        </message>
        <message>
            <source>number after saving: {number}</source>
            <translation>登记后编号 {number}</translation>
        </message>
        <message>
            <source>{n} places still to mend</source>
            <translation>还有{n}处要改</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Do the deed of a form or dialog</source>
            <translation>办理表单或对话框中的事项</translation>
        </message>
        <message>
            <source>Keys at a glance</source>
            <translation>快捷键一览</translation>
        </message>
        <message>
            <source>Leave an overlay, clear conditions</source>
            <translation>关闭浮层、清空条件</translation>
        </message>
        <message>
            <source>Next field of a form</source>
            <translation>转到下一栏</translation>
        </message>
        <message>
            <source>Open the row of a list</source>
            <translation>打开所选的件</translation>
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Appeal</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>Attention note set aside</source>
            <translation>不再提示的关注提示</translation>
        </message>
        <message>
            <source>Calendar day</source>
            <translation>工作日历</translation>
        </message>
        <message>
            <source>Calendar year</source>
            <translation>工作日历年度</translation>
        </message>
        <message>
            <source>Care talk</source>
            <translation>关爱谈话</translation>
        </message>
        <message>
            <source>Change of rights</source>
            <translation>权限调整</translation>
        </message>
        <message>
            <source>Clarification</source>
            <translation>澄清正名</translation>
        </message>
        <message>
            <source>Clearing</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Consultation</source>
            <translation>咨询</translation>
        </message>
        <message>
            <source>Content of a numbered copy</source>
            <translation>编号份内容</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>困难问题</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>Fast track</source>
            <translation>快办</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>统计事实</translation>
        </message>
        <message>
            <source>Filed paper</source>
            <translation>入卷材料</translation>
        </message>
        <message>
            <source>Former name</source>
            <translation>曾用名</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>转办</translation>
        </message>
        <message>
            <source>Hand-over of work</source>
            <translation>工作交接</translation>
        </message>
        <message>
            <source>Held note</source>
            <translation>暂存件</translation>
        </message>
        <message>
            <source>Impact period</source>
            <translation>影响期</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入批次</translation>
        </message>
        <message>
            <source>Inquiry</source>
            <translation>提醒函询诫勉</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>查阅</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查阅</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Month closed</source>
            <translation>月结</translation>
        </message>
        <message>
            <source>Month's text</source>
            <translation>月报文字</translation>
        </message>
        <message>
            <source>Must-talk event</source>
            <translation>必谈事件</translation>
        </message>
        <message>
            <source>Not a duplicate</source>
            <translation>排除重复</translation>
        </message>
        <message>
            <source>Note on health</source>
            <translation>身心情况</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Public period of a unit</source>
            <translation>单位时段</translation>
        </message>
        <message>
            <source>Punishment</source>
            <translation>处分</translation>
        </message>
        <message>
            <source>Recusal</source>
            <translation>回避</translation>
        </message>
        <message>
            <source>Request of recusal</source>
            <translation>回避申请</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复查</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>时限规则</translation>
        </message>
        <message>
            <source>Saved query</source>
            <translation>常用查询</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Several visitors</source>
            <translation>多人来访</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>记录库</translation>
        </message>
        <message>
            <source>Substitution</source>
            <translation>代办</translation>
        </message>
        <message>
            <source>Talk record</source>
            <translation>谈话记录</translation>
        </message>
        <message>
            <source>Talk suggestion</source>
            <translation>谈话建议</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>文书模板</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>办理过程</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Visit in an impact period</source>
            <translation>影响期回访</translation>
        </message>
        <message>
            <source>Visit of an inspector</source>
            <translation>查阅登录</translation>
        </message>
        <message>
            <source>Visitor in need</source>
            <translation>需关注人员</translation>
        </message>
        <message>
            <source>Warning level</source>
            <translation>预警级别</translation>
        </message>
    </context>
    <context>
        <name>LabelsPanel</name>
        <message>
            <source>Add all as new</source>
            <translation>全部新增</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>新增类别</translation>
        </message>
        <message>
            <source>Other, label kept</source>
            <translation>其他（保留原名）</translation>
        </message>
        <message>
            <source>Unknown categories</source>
            <translation>代码表以外的类别</translation>
        </message>
        <message>
            <source>What is left open is imported as “other” and keeps its own label.</source>
            <translation>未选的按“其他”导入，保留原类别名。</translation>
        </message>
    </context>
    <context>
        <name>LeaderPage</name>
        <message>
            <source>Acceptance number</source>
            <translation>受理编号</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Agreed; the copies can be numbered and printed</source>
            <translation>已同意，可编号打印。</translation>
        </message>
        <message>
            <source>Choose a category</source>
            <translation>请选择类别</translation>
        </message>
        <message>
            <source>Choose a unit</source>
            <translation>请选择单位</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>登记收回</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>For</source>
            <translation>领取人</translation>
        </message>
        <message>
            <source>For reading</source>
            <translation>呈阅</translation>
        </message>
        <message>
            <source>Leader in charge</source>
            <translation>区委分管负责同志</translation>
        </message>
        <message>
            <source>Lists for leaders</source>
            <translation>领导要件</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Names are shown. Another person approves before a copy is numbered; copies are collected after reading.</source>
            <translation>要件显示姓名，经另一人批准后编份号打印，阅后收回。</translation>
        </message>
        <message>
            <source>Next steps, in your own words</source>
            <translation>下步打算（可自行填写）</translation>
        </message>
        <message>
            <source>No numbered copy yet</source>
            <translation>暂无要件</translation>
        </message>
        <message>
            <source>Nothing is found by this number</source>
            <translation>未查到符合条件的件</translation>
        </message>
        <message>
            <source>Number and print</source>
            <translation>编号打印</translation>
        </message>
        <message>
            <source>Numbered copies</source>
            <translation>要件登记</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print numbered copies</source>
            <translation>编份号打印</translation>
        </message>
        <message>
            <source>Print “{0}”</source>
            <translation>打印“{0}”</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Save as .docx</source>
            <translation>存为.docx</translation>
        </message>
        <message>
            <source>Send for approval</source>
            <translation>送批</translation>
        </message>
        <message>
            <source>Sent for approval; another person agrees on the spot</source>
            <translation>已送批，请另一人当场批准。</translation>
        </message>
        <message>
            <source>The copies are back</source>
            <translation>已登记收回。</translation>
        </message>
        <message>
            <source>Type a name</source>
            <translation>请输入姓名</translation>
        </message>
        <message>
            <source>Type an acceptance number</source>
            <translation>请输入受理编号</translation>
        </message>
        <message>
            <source>{0} copies for {1}, asked by {2}</source>
            <translation>{0}份　{1}　申请人{2}</translation>
        </message>
        <message>
            <source>{0} more pages</source>
            <translation>另有{0}页</translation>
        </message>
    </context>
    <context>
        <name>LedgerPage</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>办结日期</translation>
        </message>
        <message>
            <source>Appeal ledger</source>
            <translation>诉求台账</translation>
        </message>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>诉求方式</translation>
        </message>
        <message>
            <source>Clear the filters or register a new appeal</source>
            <translation>请清空条件，或登记新的诉求。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>显示列</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Entered later</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Fast track</source>
            <translation>快办</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>承办</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>Handling unit</source>
            <translation>承办单位</translation>
        </message>
        <message>
            <source>Has files</source>
            <translation>有材料</translation>
        </message>
        <message>
            <source>Has linked cases</source>
            <translation>有关联件</translation>
        </message>
        <message>
            <source>Joint handling</source>
            <translation>会办</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>Main appeal</source>
            <translation>主要诉求</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我承办</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Not closed</source>
            <translation>未销号</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Overdue only</source>
            <translation>只看超期</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Registered this month</source>
            <translation>本月登记</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx);;Text table (*.csv)</source>
            <translation>工作簿 (*.xlsx);;文本表 (*.csv)</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>{0}件</translation>
        </message>
    </context>
    <context>
        <name>LevelBar</name>
        <message>
            <source>Also the head</source>
            <translation>加中心负责人</translation>
        </message>
        <message>
            <source>Result only</source>
            <translation>仅结论和待办</translation>
        </message>
        <message>
            <source>Talker and recorder</source>
            <translation>谈话人和记录人</translation>
        </message>
        <message>
            <source>The head of the center sees conclusion and to-dos only</source>
            <translation>中心负责人只看结论和待办。</translation>
        </message>
        <message>
            <source>The head of the center too, without family and health</source>
            <translation>中心负责人也可查阅，生活情况除外。</translation>
        </message>
        <message>
            <source>What was said is read by talker and recorder</source>
            <translation>谈话内容只对谈话人和记录人开放。</translation>
        </message>
        <message>
            <source>Who may read it</source>
            <translation>知悉范围</translation>
        </message>
    </context>
    <context>
        <name>LevelDialog</name>
        <message>
            <source>Level for one rule</source>
            <translation>为某一时限设定</translation>
        </message>
        <message>
            <source>Orange from (working days left)</source>
            <translation>橙灯：剩余工作日数</translation>
        </message>
        <message>
            <source>Red card from (working days over)</source>
            <translation>红卡：超期工作日数</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>The light is red at once when a term is over; only the card waits</source>
            <translation>超期即亮红灯；此处只设红卡（督办）的天数。</translation>
        </message>
        <message>
            <source>Yellow from (working days left)</source>
            <translation>黄灯：剩余工作日数</translation>
        </message>
    </context>
    <context>
        <name>LightsPanel</name>
        <message>
            <source>In the area's own order; — is not timed</source>
            <translation>按单位序排列，“—”为不计时限</translation>
        </message>
        <message>
            <source>Near</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Not near</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Open by unit</source>
            <translation>各单位在办</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日到期</translation>
        </message>
    </context>
    <context>
        <name>LineWriter</name>
        <message>
            <source>Assess</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Begin assessment</source>
            <translation>开始评估</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>实施</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>补录</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>Decide whether to clear</source>
            <translation>定是否澄清</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>办理</translation>
        </message>
        <message>
            <source>New facts</source>
            <translation>新情况</translation>
        </message>
        <message>
            <source>Pass on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Revisit</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>送批</translation>
        </message>
        <message>
            <source>talker {0}</source>
            <translation>谈话人{0}</translation>
        </message>
        <message>
            <source>typed by {0}</source>
            <translation>{0}录入</translation>
        </message>
    </context>
    <context>
        <name>Lists</name>
        <message>
            <source>Account role</source>
            <translation>账号角色</translation>
        </message>
        <message>
            <source>Address of party body</source>
            <translation>党组织称谓</translation>
        </message>
        <message>
            <source>Answer to a question of tolerance</source>
            <translation>容错核实答案</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>督办卡</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>诉求类别</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>诉求方式</translation>
        </message>
        <message>
            <source>Competent body</source>
            <translation>主管机关类别</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>核查结论</translation>
        </message>
        <message>
            <source>Confidence of a source</source>
            <translation>依据可信度</translation>
        </message>
        <message>
            <source>Deadline level</source>
            <translation>期限状态</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>承办部门</translation>
        </message>
        <message>
            <source>Direction of a call</source>
            <translation>来电去电</translation>
        </message>
        <message>
            <source>Duty beside the role</source>
            <translation>专项职责</translation>
        </message>
        <message>
            <source>Earlier steps</source>
            <translation>已采取途径</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>不良影响</translation>
        </message>
        <message>
            <source>Effect after tolerance</source>
            <translation>容错后的影响</translation>
        </message>
        <message>
            <source>Factor of tolerance</source>
            <translation>容错因素</translation>
        </message>
        <message>
            <source>Form of material</source>
            <translation>材料形式</translation>
        </message>
        <message>
            <source>Group of terms</source>
            <translation>时限分组</translation>
        </message>
        <message>
            <source>How consent was given</source>
            <translation>同意方式</translation>
        </message>
        <message>
            <source>How it was checked</source>
            <translation>核对方式</translation>
        </message>
        <message>
            <source>How to reach</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>How tolerance was raised</source>
            <translation>容错提出方式</translation>
        </message>
        <message>
            <source>Kind of a leader's note</source>
            <translation>批示类型</translation>
        </message>
        <message>
            <source>Kind of effect</source>
            <translation>影响方面</translation>
        </message>
        <message>
            <source>Kind of inquiry</source>
            <translation>提醒函询类型</translation>
        </message>
        <message>
            <source>Kind of link</source>
            <translation>关联类型</translation>
        </message>
        <message>
            <source>Kind of matter</source>
            <translation>事项性质</translation>
        </message>
        <message>
            <source>Kind of missing paper</source>
            <translation>缺件类型</translation>
        </message>
        <message>
            <source>Kind of paper</source>
            <translation>文书种类</translation>
        </message>
        <message>
            <source>Kind of person</source>
            <translation>人员类别</translation>
        </message>
        <message>
            <source>Kind of punishment</source>
            <translation>处分种类</translation>
        </message>
        <message>
            <source>Kind of record</source>
            <translation>事项类型</translation>
        </message>
        <message>
            <source>Kind of signatory</source>
            <translation>签发类别</translation>
        </message>
        <message>
            <source>Kind of term</source>
            <translation>时限性质</translation>
        </message>
        <message>
            <source>Kind of unit</source>
            <translation>单位类别</translation>
        </message>
        <message>
            <source>Kind of urging</source>
            <translation>督办类型</translation>
        </message>
        <message>
            <source>Kind of work held</source>
            <translation>移交事项</translation>
        </message>
        <message>
            <source>Level of notice</source>
            <translation>关注程度</translation>
        </message>
        <message>
            <source>Level of post</source>
            <translation>职务层次</translation>
        </message>
        <message>
            <source>Level of the approving organ</source>
            <translation>批准机关层级</translation>
        </message>
        <message>
            <source>List for leaders</source>
            <translation>领导要件清单</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>Marking</source>
            <translation>密级标识</translation>
        </message>
        <message>
            <source>Matter of a decision</source>
            <translation>处理事项</translation>
        </message>
        <message>
            <source>Occasion of talk</source>
            <translation>谈话情形</translation>
        </message>
        <message>
            <source>Office of an envelope</source>
            <translation>密封件去向</translation>
        </message>
        <message>
            <source>Order of a risk filing</source>
            <translation>备案先后</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>澄清来源</translation>
        </message>
        <message>
            <source>Origin of an envelope</source>
            <translation>密封件来源</translation>
        </message>
        <message>
            <source>Paper of a file</source>
            <translation>卷内材料</translation>
        </message>
        <message>
            <source>Part in a case</source>
            <translation>件内角色</translation>
        </message>
        <message>
            <source>Part in a meeting</source>
            <translation>参会方式</translation>
        </message>
        <message>
            <source>Part in handling</source>
            <translation>承办方式</translation>
        </message>
        <message>
            <source>Person's opinion</source>
            <translation>本人意见</translation>
        </message>
        <message>
            <source>Political status</source>
            <translation>政治面貌</translation>
        </message>
        <message>
            <source>Print or export</source>
            <translation>打印或导出</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>办理程序</translation>
        </message>
        <message>
            <source>Progress of accountability</source>
            <translation>问责进展</translation>
        </message>
        <message>
            <source>Purpose of inspection</source>
            <translation>查阅事由</translation>
        </message>
        <message>
            <source>Purpose of reading</source>
            <translation>查阅事由</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Reason not to clear</source>
            <translation>不予澄清原因</translation>
        </message>
        <message>
            <source>Reason of absence</source>
            <translation>不在岗原因</translation>
        </message>
        <message>
            <source>Reason of haste</source>
            <translation>快办原因</translation>
        </message>
        <message>
            <source>Reason of recusal</source>
            <translation>回避原因</translation>
        </message>
        <message>
            <source>Reason of the hand-over</source>
            <translation>交接原因</translation>
        </message>
        <message>
            <source>Reason of urging</source>
            <translation>催办原因</translation>
        </message>
        <message>
            <source>Reason of withdrawing</source>
            <translation>撤回原因</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>Result of a recall</source>
            <translation>收回结果</translation>
        </message>
        <message>
            <source>Result of a referral</source>
            <translation>线索处理结果</translation>
        </message>
        <message>
            <source>Result of revisit</source>
            <translation>回访情况</translation>
        </message>
        <message>
            <source>Result of tolerance</source>
            <translation>容错结果</translation>
        </message>
        <message>
            <source>Result of urging</source>
            <translation>督办结果</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>保管期限</translation>
        </message>
        <message>
            <source>Review conclusion</source>
            <translation>复查复核结论</translation>
        </message>
        <message>
            <source>Review level</source>
            <translation>复查复核</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>满意度</translation>
        </message>
        <message>
            <source>Scope of clarifying</source>
            <translation>澄清范围</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Side of the list</source>
            <translation>清单正负面</translation>
        </message>
        <message>
            <source>Stance at a meeting</source>
            <translation>会商态度</translation>
        </message>
        <message>
            <source>Status of person</source>
            <translation>人员状态</translation>
        </message>
        <message>
            <source>Three distinctions</source>
            <translation>三个区分开来</translation>
        </message>
        <message>
            <source>To be noticed</source>
            <translation>关注事项</translation>
        </message>
        <message>
            <source>Unit of terms</source>
            <translation>时限单位</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>缓急程度</translation>
        </message>
        <message>
            <source>Verification of a call</source>
            <translation>核实方式</translation>
        </message>
        <message>
            <source>Warning card</source>
            <translation>预警卡</translation>
        </message>
        <message>
            <source>Way of checking</source>
            <translation>处置方式</translation>
        </message>
        <message>
            <source>Way of clarifying</source>
            <translation>澄清方式</translation>
        </message>
        <message>
            <source>Way of delivery</source>
            <translation>送达方式</translation>
        </message>
        <message>
            <source>Way of handing over</source>
            <translation>交办方式</translation>
        </message>
        <message>
            <source>Way of redirecting</source>
            <translation>引导途径</translation>
        </message>
        <message>
            <source>Way of reporting</source>
            <translation>反馈方式</translation>
        </message>
        <message>
            <source>Way of talk</source>
            <translation>谈话方式</translation>
        </message>
        <message>
            <source>Way of urging</source>
            <translation>督办方式</translation>
        </message>
        <message>
            <source>What an opinion comes to</source>
            <translation>会办意见结论</translation>
        </message>
        <message>
            <source>Where a determination is made known</source>
            <translation>容错结论公布范围</translation>
        </message>
        <message>
            <source>Whether advice was adopted</source>
            <translation>采纳情况</translation>
        </message>
        <message>
            <source>Who asked for the recusal</source>
            <translation>回避提出方</translation>
        </message>
        <message>
            <source>Who asked for the talk</source>
            <translation>约谈方式</translation>
        </message>
        <message>
            <source>Who may read</source>
            <translation>查阅范围</translation>
        </message>
        <message>
            <source>Why tolerance is not accepted</source>
            <translation>容错不予受理原因</translation>
        </message>
        <message>
            <source>Wish about passing on</source>
            <translation>转办意愿</translation>
        </message>
    </context>
    <context>
        <name>ListsPage</name>
        <message>
            <source>Add a value</source>
            <translation>新增代码</translation>
        </message>
        <message>
            <source>Also written</source>
            <translation>其他写法</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Label in Chinese</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Label in English</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>代码维护</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Validity</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>always</source>
            <translation>长期</translation>
        </message>
        <message>
            <source>values are closed, never removed</source>
            <translation>代码只停用，不删除</translation>
        </message>
        <message>
            <source>{count} values</source>
            <translation>{count}个代码</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} 至 {last}</translation>
        </message>
    </context>
    <context>
        <name>LockPage</name>
        <message>
            <source>Log in as somebody else</source>
            <translation>换人登录</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Screen locked</source>
            <translation>已锁屏</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解除锁屏</translation>
        </message>
    </context>
    <context>
        <name>LoginForm</name>
        <message>
            <source>A forgotten password is reset by the system administrator; the recovery sheet of two holders opens the store.
After three wrong passwords each further try has to wait, up to 30 minutes.</source>
            <translation>忘记口令，由系统管理员重设；记录库可由两名保管人持应急恢复单打开。
连续3次输错后，再试须等待，最长30分钟。</translation>
        </message>
        <message>
            <source>A password has at least {least} characters</source>
            <translation>口令至少{least}位</translation>
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation>大写锁定已打开</translation>
        </message>
        <message>
            <source>Choose a name first</source>
            <translation>请选择姓名</translation>
        </message>
        <message>
            <source>Choose a name, or type its initials</source>
            <translation>请选择姓名，或输入拼音首字母</translation>
        </message>
        <message>
            <source>First log-in: set a password of at least {least} characters</source>
            <translation>首次登录，请设置口令，至少{least}位</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新口令</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Set password and log in</source>
            <translation>设置口令并登录</translation>
        </message>
        <message>
            <source>The same password again</source>
            <translation>再输入一遍口令</translation>
        </message>
        <message>
            <source>The two passwords differ</source>
            <translation>两次输入的口令不一致</translation>
        </message>
        <message>
            <source>takes about a second</source>
            <translation>约需1秒</translation>
        </message>
    </context>
    <context>
        <name>LoginWindow</name>
        <message>
            <source>Demonstration</source>
            <translation>演示</translation>
        </message>
        <message>
            <source>Demonstration accounts; password of all: {password}</source>
            <translation>演示账号，口令均为：{password}</translation>
        </message>
        <message>
            <source>Open the store with the recovery sheet</source>
            <translation>用应急恢复单打开记录库</translation>
        </message>
        <message>
            <source>Zhengming</source>
            <translation>正名</translation>
        </message>
        <message>
            <source>Zhengming {version}</source>
            <translation>正名{version}</translation>
        </message>
        <message>
            <source>all people and cases are invented</source>
            <translation>人员和诉求均为虚构</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>About this program</source>
            <translation>关于本系统</translation>
        </message>
        <message>
            <source>Back to my own place</source>
            <translation>返回本人岗位</translation>
        </message>
        <message>
            <source>Backed up, opened and compared</source>
            <translation>已备份，并打开核对</translation>
        </message>
        <message>
            <source>Close (Ctrl+W)</source>
            <translation>关闭（Ctrl+W）</translation>
        </message>
        <message>
            <source>Close {case}</source>
            <translation>关闭{case}</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>办公桌面</translation>
        </message>
        <message>
            <source>No state secrets in this system</source>
            <translation>本系统不处理国家秘密</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>最近打开的件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Stand in</source>
            <translation>开始代办</translation>
        </message>
        <message>
            <source>Type a few letters, or pinyin initials</source>
            <translation>输入文字或拼音首字母</translation>
        </message>
        <message>
            <source>What was not saved last time is back; check it.</source>
            <translation>上次未保存的内容已找回，请核对。</translation>
        </message>
        <message>
            <source>You may stand in for {0} until {1}</source>
            <translation>您可以代{0}办理，至{1}止。</translation>
        </message>
        <message>
            <source>You stand in for {0}: every line names you both</source>
            <translation>您正在代{0}办理，办理记录同时写明两人姓名。</translation>
        </message>
        <message>
            <source>Zhengming</source>
            <translation>正名</translation>
        </message>
        <message>
            <source>Zhengming, the desk of a joint office for cadres' appeals</source>
            <translation>正名 · 干部诉求联合受理</translation>
        </message>
    </context>
    <context>
        <name>MakeReportDialog</name>
        <message>
            <source>Choose where to save</source>
            <translation>选择保存位置</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>份号</translation>
        </message>
        <message>
            <source>Digits only</source>
            <translation>请填数字</translation>
        </message>
        <message>
            <source>Document to rewrite (.docx)</source>
            <translation>可修改的文稿（.docx）</translation>
        </message>
        <message>
            <source>Print file (.pdf)</source>
            <translation>打印稿（.pdf）</translation>
        </message>
        <message>
            <source>Printed on the full version only</source>
            <translation>只印在呈阅版上</translation>
        </message>
        <message>
            <source>Report of {month}, {version}</source>
            <translation>{month}月报，{version}</translation>
        </message>
        <message>
            <source>Tables (.xlsx)</source>
            <translation>附表（.xlsx）</translation>
        </message>
    </context>
    <context>
        <name>Mark</name>
        <message>
            <source>Zhengming</source>
            <translation>正名</translation>
        </message>
    </context>
    <context>
        <name>MaterialDialog</name>
        <message>
            <source>A whole number from 1 to {most}</source>
            <translation>请填1至{most}的整数</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复印件</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>Original or copy</source>
            <translation>原件／复印件</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Paper handed in</source>
            <translation>提交的材料</translation>
        </message>
    </context>
    <context>
        <name>MaterialsZone</name>
        <message>
            <source>Add a paper</source>
            <translation>登记纸质材料</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>添加材料</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Change name, copies and pages</source>
            <translation>修改名称、份数、页数</translation>
        </message>
        <message>
            <source>Leave out {name}</source>
            <translation>移出{name}</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>复印件</translation>
        </message>
        <message>
            <source>drop files here, or</source>
            <translation>拖入或</translation>
        </message>
        <message>
            <source>original</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>up to {most} MB each</source>
            <translation>不超过{most}MB</translation>
        </message>
        <message>
            <source>{copies} copies, {kind}</source>
            <translation>{copies}份 {kind}</translation>
        </message>
        <message>
            <source>{copies} copies, {pages} pages, {kind}</source>
            <translation>{copies}份{pages}页 {kind}</translation>
        </message>
        <message>
            <source>{name} has more than {most} MB</source>
            <translation>{name}超过{most}MB</translation>
        </message>
        <message>
            <source>{name} is empty or no file</source>
            <translation>{name}是空文件或不是文件</translation>
        </message>
    </context>
    <context>
        <name>MeasuresDialog</name>
        <message>
            <source>Definition</source>
            <translation>口径</translation>
        </message>
        <message>
            <source>Definitions</source>
            <translation>统计口径</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>items</source>
            <translation>个</translation>
        </message>
        <message>
            <source>person-times</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>persons</source>
            <translation>人</translation>
        </message>
    </context>
    <context>
        <name>MeetingsPage</name>
        <message>
            <source>Open cases with difficulty, unit and limit, A4 landscape</source>
            <translation>在办件的难点、责任单位和时限，A4横向</translation>
        </message>
        <message>
            <source>Weekly list</source>
            <translation>调度清单</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>A bracket is not closed (character {at})</source>
            <translation>查询中括号未配对（第{at}字处）。</translation>
        </message>
        <message>
            <source>A circle means seen, not agreed: lay it before the leader again</source>
            <translation>圈阅不是同意，不能据此办理，请再次送批。</translation>
        </message>
        <message>
            <source>A clarification is approved by the head of the body that checked, never by the head of the center</source>
            <translation>澄清由核查机关负责人批准，中心负责人不能批准。</translation>
        </message>
        <message>
            <source>A closing bracket has no partner (character {at})</source>
            <translation>查询中多了右括号（第{at}字处）。</translation>
        </message>
        <message>
            <source>A conclusion rests on opinions that were given in this case</source>
            <translation>只能依据本件已出具的会办意见。</translation>
        </message>
        <message>
            <source>A false accusation is determined by the competent organ, not recorded here</source>
            <translation>诬告陷害须经有权机关认定，不在此登记。</translation>
        </message>
        <message>
            <source>A feedback sheet never speaks of review or recheck</source>
            <translation>办理情况反馈单不写复查、复核。</translation>
        </message>
        <message>
            <source>A file is bound when the case has ended</source>
            <translation>该件尚未办结，不能立卷。</translation>
        </message>
        <message>
            <source>A list for this person waits already: carry it out or discard it</source>
            <translation>该同志已有待办理的移交清单，请先办理或者作废。</translation>
        </message>
        <message>
            <source>A log of this day is open already</source>
            <translation>当日已有值班日志，请在该日志上登记。</translation>
        </message>
        <message>
            <source>A log-in name has lower-case letters, digits and _ only</source>
            <translation>登录名只用小写字母、数字和下划线。</translation>
        </message>
        <message>
            <source>A name has at most {most} characters</source>
            <translation>姓名至多{most}字。</translation>
        </message>
        <message>
            <source>A password has at least {least} characters</source>
            <translation>口令至少{least}位。</translation>
        </message>
        <message>
            <source>A published list never changes; begin a new version from it</source>
            <translation>已发布的清单不能改动，请由现行版修订。</translation>
        </message>
        <message>
            <source>A quotation mark is not closed (character {at})</source>
            <translation>查询中引号未配对（第{at}字处）。</translation>
        </message>
        <message>
            <source>A recheck follows a review</source>
            <translation>未经复查，不能申请复核。</translation>
        </message>
        <message>
            <source>A search needs at least one word without “-”</source>
            <translation>查询至少要有一个不带“-”的词。</translation>
        </message>
        <message>
            <source>A second person must look at what is marked and release it: {marks}</source>
            <translation>文中有须核对的内容，请由另一人核对放行：{marks}</translation>
        </message>
        <message>
            <source>A supplement was asked for once already; it is asked once only</source>
            <translation>补正已一次性告知，不再告知。</translation>
        </message>
        <message>
            <source>A system administrator never holds the key of the records</source>
            <translation>系统管理员不持有记录库密钥。</translation>
        </message>
        <message>
            <source>A talk recorded on behalf takes date, persons and to-dos only</source>
            <translation>代录的谈话只记日期、人员和待办，不记内容。</translation>
        </message>
        <message>
            <source>A template has at most {most} MB</source>
            <translation>模板不得超过{most} MB。</translation>
        </message>
        <message>
            <source>A term is extended once only</source>
            <translation>时限只能延期一次。</translation>
        </message>
        <message>
            <source>A topic has neither a decision nor been put off</source>
            <translation>有议题既未形成会商意见，也未暂缓。</translation>
        </message>
        <message>
            <source>A unit cannot stand under itself</source>
            <translation>单位不能隶属于本身。</translation>
        </message>
        <message>
            <source>A unit is named twice</source>
            <translation>同一单位重复选择。</translation>
        </message>
        <message>
            <source>A unit that came has not given its opinion, and the head has not waived it</source>
            <translation>到会单位的意见未齐，中心负责人也未说明免出具。</translation>
        </message>
        <message>
            <source>A value has lower-case letters, digits and _ only</source>
            <translation>代码只用小写字母、数字和下划线。</translation>
        </message>
        <message>
            <source>A window is public and belongs to a unit: leave out what hints at a person</source>
            <translation>敏感时段是单位的公开时段，请勿写涉及个人的内容。</translation>
        </message>
        <message>
            <source>Accusations are handed on sealed and not recorded here</source>
            <translation>检举控告件即时移送，不在此登记。</translation>
        </message>
        <message>
            <source>An administrator never holds rights over cases, nor those of another one</source>
            <translation>管理员不得有办件权限，也不得兼有其他管理员的权限。</translation>
        </message>
        <message>
            <source>An approved way was not carried out; give the reason</source>
            <translation>有批准的方式尚未实施，请注明原因。</translation>
        </message>
        <message>
            <source>An arrangement lasts at most a year</source>
            <translation>代办期限最长一年。</translation>
        </message>
        <message>
            <source>An extension has at least one day</source>
            <translation>延期天数应大于零。</translation>
        </message>
        <message>
            <source>An extension was not agreed</source>
            <translation>延期未获同意。</translation>
        </message>
        <message>
            <source>An inspection lasts at most a year</source>
            <translation>查阅期限最长一年。</translation>
        </message>
        <message>
            <source>An inspector reads within his scope and has no other right</source>
            <translation>查阅人员只能在范围内查阅，没有其他权限。</translation>
        </message>
        <message>
            <source>Another import ran meanwhile; look at the preview again</source>
            <translation>其间有其他导入，请重新预览。</translation>
        </message>
        <message>
            <source>Another program holds the store. Nothing was saved; the draft is kept. Try again</source>
            <translation>记录库正被占用，未能保存。已暂存，请稍后重试。</translation>
        </message>
        <message>
            <source>Another purpose was approved for this account</source>
            <translation>该账号批准的查阅事由不同。</translation>
        </message>
        <message>
            <source>Another unit is this member department already</source>
            <translation>该成员单位已另有设置。</translation>
        </message>
        <message>
            <source>Answer every question of the six factors and three distinctions first</source>
            <translation>六要素和三个区分开来须逐项填写。</translation>
        </message>
        <message>
            <source>Appeal records are not opened for appraisals, appointments or awards</source>
            <translation>诉求件不得用于考察、任用、评优，不能查阅。</translation>
        </message>
        <message>
            <source>Appeal records are not opened for checks, appointments or awards</source>
            <translation>诉求记录不得用于考察、任用、评优。</translation>
        </message>
        <message>
            <source>Ask somebody to come first</source>
            <translation>请先通知参加单位和人员。</translation>
        </message>
        <message>
            <source>At most {most} cases are open at a time: close one</source>
            <translation>最多同时打开{most}件，请先关闭一件。</translation>
        </message>
        <message>
            <source>At most {most} characters</source>
            <translation>至多{most}字。</translation>
        </message>
        <message>
            <source>At most {most} copies of one list</source>
            <translation>一份清单最多打印{most}份。</translation>
        </message>
        <message>
            <source>At most {most} copies were approved</source>
            <translation>批准用印{most}份，不能超出。</translation>
        </message>
        <message>
            <source>At most {most} files at a time</source>
            <translation>一次至多{most}份材料。</translation>
        </message>
        <message>
            <source>At most {most} lines at a time</source>
            <translation>一次至多{most}行。</translation>
        </message>
        <message>
            <source>Both consents are needed first: of the person and of the organ that decided</source>
            <translation>请先登记本人和认定机关的同意。</translation>
        </message>
        <message>
            <source>Both the positive and the negative list need at least one situation</source>
            <translation>正面清单和负面清单都至少要有一项。</translation>
        </message>
        <message>
            <source>Choose a way of clarifying</source>
            <translation>请选择澄清方式。</translation>
        </message>
        <message>
            <source>Choose another case of the same person that is still open</source>
            <translation>请选择同一诉求人未办毕的前件。</translation>
        </message>
        <message>
            <source>Choose how far it is made known</source>
            <translation>请选择澄清范围。</translation>
        </message>
        <message>
            <source>Choose the category</source>
            <translation>请选择类别。</translation>
        </message>
        <message>
            <source>Choose the person</source>
            <translation>请选择人员。</translation>
        </message>
        <message>
            <source>Choose the procedure</source>
            <translation>请选择办理程序。</translation>
        </message>
        <message>
            <source>Choose the result</source>
            <translation>请选择办理结果。</translation>
        </message>
        <message>
            <source>Choose the unit</source>
            <translation>请选择单位。</translation>
        </message>
        <message>
            <source>Choose what may be read</source>
            <translation>请选择查阅范围。</translation>
        </message>
        <message>
            <source>Clarification papers are issued by the organ that checked, never by the center</source>
            <translation>澄清文书由作出结论的机关出具，中心不得出具。</translation>
        </message>
        <message>
            <source>Compare the case with a published list first</source>
            <translation>请先对照已发布的清单。</translation>
        </message>
        <message>
            <source>Compare the case with the list first</source>
            <translation>请先对照清单。</translation>
        </message>
        <message>
            <source>Corrections are set once the case is determined</source>
            <translation>认定之后才能列纠错措施。</translation>
        </message>
        <message>
            <source>Dates run from {first} to {last}</source>
            <translation>日期应在{first}至{last}之间。</translation>
        </message>
        <message>
            <source>Disk full, not saved. Your draft is kept; free some space and retry</source>
            <translation>磁盘已满，未能保存。已暂存，腾出空间后重试。</translation>
        </message>
        <message>
            <source>Each number is part of the one before it</source>
            <translation>后一项件数不能大于前一项。</translation>
        </message>
        <message>
            <source>Enter at least one day off</source>
            <translation>请至少录入一个放假日。</translation>
        </message>
        <message>
            <source>Enter at least one event</source>
            <translation>请至少登记一个事件。</translation>
        </message>
        <message>
            <source>Enter the number of the notice</source>
            <translation>请填写通知文号。</translation>
        </message>
        <message>
            <source>Exactly one unit takes the lead</source>
            <translation>主办单位应当有且只有一个。</translation>
        </message>
        <message>
            <source>Face-to-face, meeting or circular needs a letter as well</source>
            <translation>采用当面、会议、通报方式澄清的，应当同时书面澄清。</translation>
        </message>
        <message>
            <source>From row {row} of {file} a quotation mark is not closed</source>
            <translation>{file}自第{row}行起引号未配对。</translation>
        </message>
        <message>
            <source>Give a log-in name</source>
            <translation>请填写登录名。</translation>
        </message>
        <message>
            <source>Give a name</source>
            <translation>请填写名称。</translation>
        </message>
        <message>
            <source>Give a phone number. If the person wants none on record, choose “no phone” and note another way</source>
            <translation>请填写“联系电话”。如本人不愿留电话，请选“不留电话”并注明联系办法。</translation>
        </message>
        <message>
            <source>Give an opinion</source>
            <translation>请填写意见。</translation>
        </message>
        <message>
            <source>Give it a title</source>
            <translation>请填写名称。</translation>
        </message>
        <message>
            <source>Give the date of delivery</source>
            <translation>请填写送达日期。</translation>
        </message>
        <message>
            <source>Give the date of issue</source>
            <translation>请填写出具日期。</translation>
        </message>
        <message>
            <source>Give the label</source>
            <translation>请填写名称。</translation>
        </message>
        <message>
            <source>Give the last day</source>
            <translation>请填写时限。</translation>
        </message>
        <message>
            <source>Give the last day for it, or say that there is none</source>
            <translation>请填写提出的最后日期。</translation>
        </message>
        <message>
            <source>Give the last four figures of the phone number</source>
            <translation>请填写联系电话后四位。</translation>
        </message>
        <message>
            <source>Give the name of the office</source>
            <translation>请填写中心名称。</translation>
        </message>
        <message>
            <source>Give the name of the person</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>Give the number</source>
            <translation>请填写编号。</translation>
        </message>
        <message>
            <source>Give the number of pages</source>
            <translation>请填写页数。</translation>
        </message>
        <message>
            <source>Give the number of people present</source>
            <translation>请填写到场人数。</translation>
        </message>
        <message>
            <source>Give the number of pieces, from 1</source>
            <translation>请填写件数，至少为1。</translation>
        </message>
        <message>
            <source>Give the number of the appeal</source>
            <translation>请填写受理编号。</translation>
        </message>
        <message>
            <source>Give the number of the paper</source>
            <translation>请填写文号。</translation>
        </message>
        <message>
            <source>Give the place</source>
            <translation>请填写地点。</translation>
        </message>
        <message>
            <source>Give the post of the person who approved</source>
            <translation>请填写批准人职务。</translation>
        </message>
        <message>
            <source>Give the proposed opinion</source>
            <translation>请填写拟办意见。</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>请填写理由。</translation>
        </message>
        <message>
            <source>Give the sentence that may be said</source>
            <translation>请填写可告知的一句话。</translation>
        </message>
        <message>
            <source>Give the subject</source>
            <translation>请填写标题。</translation>
        </message>
        <message>
            <source>Give the way and the date of delivery</source>
            <translation>请填写送达方式和日期。</translation>
        </message>
        <message>
            <source>Give time and place</source>
            <translation>请填写时间和地点。</translation>
        </message>
        <message>
            <source>Given back too often: the head of the center says first how it goes on</source>
            <translation>本件多次被退回，请中心负责人先明确承办意见。</translation>
        </message>
        <message>
            <source>In its present state this cannot be done</source>
            <translation>该件现有状态下不能办理此项。</translation>
        </message>
        <message>
            <source>In its present state this paper is not made</source>
            <translation>该件现有状态下不出具此文书。</translation>
        </message>
        <message>
            <source>It cannot end before it began</source>
            <translation>停止日期不能早于起始日期。</translation>
        </message>
        <message>
            <source>It holds from today on at the earliest; letters of past days keep theirs</source>
            <translation>最早自今日起用，以前的文书仍用当时的模板。</translation>
        </message>
        <message>
            <source>It is linked already</source>
            <translation>已经关联。</translation>
        </message>
        <message>
            <source>It is on the negative list: it cannot be tolerated</source>
            <translation>属负面清单情形，不得予以容错。</translation>
        </message>
        <message>
            <source>It leaves once another person has approved it</source>
            <translation>经另一人批准后方可编号打印。</translation>
        </message>
        <message>
            <source>It was assessed to be cleared</source>
            <translation>已评估为应予澄清，不能作不予澄清。</translation>
        </message>
        <message>
            <source>It was not given back too often</source>
            <translation>本件退回次数未达规定次数。</translation>
        </message>
        <message>
            <source>Joint visitors are at least this many</source>
            <translation>人数与来访人不符，请核对。</translation>
        </message>
        <message>
            <source>List what is to be supplemented</source>
            <translation>请填写补正材料清单。</translation>
        </message>
        <message>
            <source>More work has come since the list was signed: count again</source>
            <translation>签字后又有新的事项，请重新清点。</translation>
        </message>
        <message>
            <source>Name one to {most} representatives, never more than came</source>
            <translation>请填1至{most}名代表，且不多于来访人数。</translation>
        </message>
        <message>
            <source>Name the body that is competent</source>
            <translation>请填写有权受理的机关。</translation>
        </message>
        <message>
            <source>Name the case it is merged into</source>
            <translation>请选择并入的前件。</translation>
        </message>
        <message>
            <source>Name the helper first</source>
            <translation>请先确定帮带责任人。</translation>
        </message>
        <message>
            <source>Name the organ</source>
            <translation>请填写机关名称。</translation>
        </message>
        <message>
            <source>Name the person who approved on paper</source>
            <translation>请填写批准人姓名。</translation>
        </message>
        <message>
            <source>Name the person who supervised it</source>
            <translation>请填写监交人。</translation>
        </message>
        <message>
            <source>Name the signer</source>
            <translation>请填写签发人。</translation>
        </message>
        <message>
            <source>Name the situations of the negative list if it is on it, and none if it is not</source>
            <translation>属负面清单情形的请填第几项，不属于的不填。</translation>
        </message>
        <message>
            <source>Name the talker</source>
            <translation>请选择谈话人。</translation>
        </message>
        <message>
            <source>No header row was recognised in sheet {sheet} of {file}</source>
            <translation>{file}的“{sheet}”未识别出表头。</translation>
        </message>
        <message>
            <source>No list is in force yet</source>
            <translation>还没有现行清单。</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>No number is on file; verify in another way</source>
            <translation>本件未登记电话，请用其他方式核实。</translation>
        </message>
        <message>
            <source>No source gives this term a length</source>
            <translation>该时限没有规定长度。</translation>
        </message>
        <message>
            <source>No term is running that could be extended</source>
            <translation>没有可延期的时限。</translation>
        </message>
        <message>
            <source>No visit is recorded yet</source>
            <translation>尚未登记回访，不能评估。</translation>
        </message>
        <message>
            <source>No written conclusion of the competent organ is recorded; it cannot be sent for approval</source>
            <translation>尚未登记有权机关的书面结论，不能送批。</translation>
        </message>
        <message>
            <source>Nobody audits and administers: these two posts are never in one hand</source>
            <translation>安全审计员与系统管理员、安全保密管理员不得由一人兼任。</translation>
        </message>
        <message>
            <source>Nobody stands in for himself</source>
            <translation>不能指定本人代办。</translation>
        </message>
        <message>
            <source>Nobody takes over from himself</source>
            <translation>移交人和接交人不能是同一人。</translation>
        </message>
        <message>
            <source>Nobody verifies his own case</source>
            <translation>当事人不能参加核实。</translation>
        </message>
        <message>
            <source>Note first whether it was recalled</source>
            <translation>请先登记追回情况。</translation>
        </message>
        <message>
            <source>Nothing can be written to this folder</source>
            <translation>该文件夹不可写入。</translation>
        </message>
        <message>
            <source>Nothing in this paper waits for a release</source>
            <translation>本文书没有需要放行的内容。</translation>
        </message>
        <message>
            <source>Nothing is filed with a sealed envelope: number, time, pieces, from, to</source>
            <translation>密封件不收材料：只登记编号、时间、件数、来源、去向。</translation>
        </message>
        <message>
            <source>Nothing is written beside a sealed envelope</source>
            <translation>密封件不记文字。</translation>
        </message>
        <message>
            <source>Nothing stands after {name}:</source>
            <translation>“{name}:”后没有内容。</translation>
        </message>
        <message>
            <source>Nothing was recorded from paper here</source>
            <translation>此处没有代录的批办。</translation>
        </message>
        <message>
            <source>Number {value} is taken in this list</source>
            <translation>第{value}项已有，请另编序号。</translation>
        </message>
        <message>
            <source>OR needs a word on each side (character {at})</source>
            <translation>OR两边都要有词（第{at}字处）。</translation>
        </message>
        <message>
            <source>One extension has at most 30 days, must be approved by the head of this organ before the term ends, and its reason is told</source>
            <translation>延期一次不超过30日，须在期限届满前经本机关、本单位负责人批准，并告知理由。</translation>
        </message>
        <message>
            <source>One of the same kind is in force from {on}; begin later</source>
            <translation>同类已有自{on}起现行的一条，起始日期须在其后。</translation>
        </message>
        <message>
            <source>Only a determined case becomes an example</source>
            <translation>只有已作出认定的件可以编写案例。</translation>
        </message>
        <message>
            <source>Only a redirected matter has this</source>
            <translation>只有已引导的件可以办理此项。</translation>
        </message>
        <message>
            <source>Only an appeal of procedure ⑤ leads to a clarification</source>
            <translation>只有按澄清程序办理的诉求可以转入澄清正名。</translation>
        </message>
        <message>
            <source>Only an example in the library gets a new edition</source>
            <translation>只有已入库的案例可以修订。</translation>
        </message>
        <message>
            <source>Only people of departments have a reach of their own department</source>
            <translation>“本单位”范围只适用于部门人员。</translation>
        </message>
        <message>
            <source>Only people of the organization department can have this duty</source>
            <translation>只有组织部门人员可以承担此项职责。</translation>
        </message>
        <message>
            <source>Only the head of the center lets a successor read talks</source>
            <translation>谈话内容是否移交由中心负责人决定。</translation>
        </message>
        <message>
            <source>Only the organ that checked clears: discipline or organization</source>
            <translation>由作出结论的纪检监察机关或组织部门澄清。</translation>
        </message>
        <message>
            <source>Only the petition procedure allows this</source>
            <translation>只有信访程序可以办理此项。</translation>
        </message>
        <message>
            <source>Only the petition procedure has an opinion letter</source>
            <translation>只有信访程序出具答复意见书。</translation>
        </message>
        <message>
            <source>Only the petition procedure has review and recheck</source>
            <translation>只有信访程序有复查、复核。</translation>
        </message>
        <message>
            <source>Only the unit that leads asks for an extension</source>
            <translation>延期由主办单位申请。</translation>
        </message>
        <message>
            <source>Open it from the card it belongs to</source>
            <translation>请从所属件的详情页登记。</translation>
        </message>
        <message>
            <source>Opinions of assisting units are still missing</source>
            <translation>会办意见尚未收齐。</translation>
        </message>
        <message>
            <source>Papers are missing: say so in the remarks first</source>
            <translation>本卷有缺件，请先在情况说明中注明。</translation>
        </message>
        <message>
            <source>Parts of the program are missing. Install it again</source>
            <translation>程序文件不全，请重新安装。</translation>
        </message>
        <message>
            <source>People of a department see the cases of their department only</source>
            <translation>部门人员只能查看本部门的诉求件。</translation>
        </message>
        <message>
            <source>Personnel decisions are redirected to review or appeal</source>
            <translation>人事处理不服的，应引导至复核、申诉。</translation>
        </message>
        <message>
            <source>Please fill in “{label}”</source>
            <translation>请填写“{label}”。</translation>
        </message>
        <message>
            <source>Put a topic on the list first</source>
            <translation>请先列入议题。</translation>
        </message>
        <message>
            <source>Record both consents first</source>
            <translation>请先登记双方同意。</translation>
        </message>
        <message>
            <source>Record the consultation first</source>
            <translation>请先登记会商。</translation>
        </message>
        <message>
            <source>Record the difficulties, or that there are none</source>
            <translation>请登记困难问题；没有的选“无”。</translation>
        </message>
        <message>
            <source>Record the satisfaction with service and with the result</source>
            <translation>请登记对服务和结果的满意度。</translation>
        </message>
        <message>
            <source>Recorded steps of this case are still to be checked by a second person</source>
            <translation>该件有代录事项尚未核对。</translation>
        </message>
        <message>
            <source>Report back to whoever assigned it first</source>
            <translation>请先向交办单位报结。</translation>
        </message>
        <message>
            <source>Reporting months begin on a day from 1 to 28</source>
            <translation>统计周期的起始日应在1至28日之间。</translation>
        </message>
        <message>
            <source>Row {row} of {file} is not readable JSON</source>
            <translation>{file}第{row}行不是可读的JSON。</translation>
        </message>
        <message>
            <source>Say for whom it is</source>
            <translation>请填写领取人。</translation>
        </message>
        <message>
            <source>Say how many copies</source>
            <translation>请填写份数。</translation>
        </message>
        <message>
            <source>Say how the person confirmed</source>
            <translation>请选择本人确认方式。</translation>
        </message>
        <message>
            <source>Say in a few words why</source>
            <translation>请简要说明。</translation>
        </message>
        <message>
            <source>Say of everybody who was asked whether he came</source>
            <translation>请逐一登记被通知人员是否到会。</translation>
        </message>
        <message>
            <source>Say what effect it had</source>
            <translation>请选择不良影响。</translation>
        </message>
        <message>
            <source>Say what it is for</source>
            <translation>请填写用途。</translation>
        </message>
        <message>
            <source>Say when it was recalled</source>
            <translation>请填写追回日期。</translation>
        </message>
        <message>
            <source>Say whether handling or decisions go over</source>
            <translation>请选择代办事项：承办或批办。</translation>
        </message>
        <message>
            <source>Say who manages this person</source>
            <translation>请先选择管理权限。</translation>
        </message>
        <message>
            <source>Set the corrections first</source>
            <translation>请先列出纠错措施。</translation>
        </message>
        <message>
            <source>Several visitors are two or more</source>
            <translation>多人来访指两人以上。</translation>
        </message>
        <message>
            <source>Sheet {sheet} of {file} is a form with merged cells ({cells})</source>
            <translation>{file}的“{sheet}”是合并单元格的表样（{cells}），不能导入。</translation>
        </message>
        <message>
            <source>Some corrections are not done</source>
            <translation>纠错措施尚未全部完成。</translation>
        </message>
        <message>
            <source>Some corrections are still open</source>
            <translation>还有未完成的纠错措施。</translation>
        </message>
        <message>
            <source>Some difficulties are still open</source>
            <translation>困难问题尚未办完。</translation>
        </message>
        <message>
            <source>Somebody changed this since you opened it. Left: yours. Right: stored. Check and save</source>
            <translation>该件刚有他人修改。左为本人内容，右为现有内容，请核对后保存。</translation>
        </message>
        <message>
            <source>State secrets are never entered here: register only “kept apart, number …”</source>
            <translation>本系统不处理国家秘密；涉密材料只登记“另存，登记号”。</translation>
        </message>
        <message>
            <source>Take out what names others or describes a report: {words}</source>
            <translation>请删去涉及他人或反映情形的内容：{words}</translation>
        </message>
        <message>
            <source>Talker and recorder are two people</source>
            <translation>谈话人和记录人不能是同一人。</translation>
        </message>
        <message>
            <source>Tell the person of the extension and its reason first</source>
            <translation>请先将延期及理由告知本人。</translation>
        </message>
        <message>
            <source>The 30 days for a review have not passed</source>
            <translation>申请复查的30日尚未届满。</translation>
        </message>
        <message>
            <source>The approval of another person is missing</source>
            <translation>尚未经其他负责同志批准。</translation>
        </message>
        <message>
            <source>The backup does not hold what the store holds; it was set aside</source>
            <translation>备份与记录库内容不一致，该备份已停用。</translation>
        </message>
        <message>
            <source>The backup was not completed. Back up at once and tell the system administrator</source>
            <translation>备份未完成，请立即备份并告知系统管理员。</translation>
        </message>
        <message>
            <source>The balance of {month} does not foot; it cannot be printed or closed</source>
            <translation>{month}期初、受理、办结与期末不平，不能印制或月结。</translation>
        </message>
        <message>
            <source>The case changed since; draft the paper anew</source>
            <translation>该件其后有变动，请重新拟制文书。</translation>
        </message>
        <message>
            <source>The case has no request number {number}</source>
            <translation>本件没有第{number}项诉求。</translation>
        </message>
        <message>
            <source>The common superior has decided that this unit handles it</source>
            <translation>共同上级（联席会议）已确定由你单位办理，不能再提异议。</translation>
        </message>
        <message>
            <source>The common superior has not decided yet who handles it</source>
            <translation>共同上级（联席会议）尚未确定承办单位。</translation>
        </message>
        <message>
            <source>The consent is missing</source>
            <translation>尚未征得同意。</translation>
        </message>
        <message>
            <source>The cut-off lies in the future</source>
            <translation>截止时点在今日之后，请核对。</translation>
        </message>
        <message>
            <source>The day lies before today</source>
            <translation>时限早于今日。</translation>
        </message>
        <message>
            <source>The decision fixes from {least} to {most} months here</source>
            <translation>此处由决定书确定的期限应为{least}至{most}个月。</translation>
        </message>
        <message>
            <source>The delivery lies before the date of issue</source>
            <translation>送达日期早于出具日期，请核对。</translation>
        </message>
        <message>
            <source>The discipline organ is not urged: ask it kindly for an answer</source>
            <translation>对纪委监委不催办、不督办，请用“商请反馈”。</translation>
        </message>
        <message>
            <source>The document cannot be read</source>
            <translation>文档无法读取。</translation>
        </message>
        <message>
            <source>The effect was not assessed yet</source>
            <translation>尚未评估不良影响。</translation>
        </message>
        <message>
            <source>The file could not be written</source>
            <translation>文件未能写出。</translation>
        </message>
        <message>
            <source>The file has no column {columns}</source>
            <translation>文件中没有“{columns}”栏。</translation>
        </message>
        <message>
            <source>The form of a number needs {{sequence}}</source>
            <translation>编号样式须含{{sequence}}。</translation>
        </message>
        <message>
            <source>The impact period still runs</source>
            <translation>影响期尚未届满。</translation>
        </message>
        <message>
            <source>The key does not fit this store</source>
            <translation>密钥与本记录库不符。</translation>
        </message>
        <message>
            <source>The key file {path} cannot be read. Restore it from a backup</source>
            <translation>密钥文件{path}无法读取，请从备份恢复。</translation>
        </message>
        <message>
            <source>The key file {path} is missing: nothing can be opened without it. Restore it from a backup</source>
            <translation>缺少密钥文件{path}，无法打开记录库，请从备份恢复。</translation>
        </message>
        <message>
            <source>The last day lies before the first</source>
            <translation>止日早于起日，请核对。</translation>
        </message>
        <message>
            <source>The last day of the period is not known yet: look up what the note names</source>
            <translation>影响期届满日尚不能确定，请先核实“待核事项”。</translation>
        </message>
        <message>
            <source>The last head of the center cannot be closed</source>
            <translation>不能停用唯一的中心负责人账号。</translation>
        </message>
        <message>
            <source>The lead unit drafts the answer</source>
            <translation>答复由主办单位起草。</translation>
        </message>
        <message>
            <source>The lead unit is changed by handing it over again</source>
            <translation>更换主办单位，请用“重新转办”。</translation>
        </message>
        <message>
            <source>The length of a statutory term is set by law</source>
            <translation>法定时限的长度由法律规定，不能改。</translation>
        </message>
        <message>
            <source>The likeness lies between 0.5 and 1</source>
            <translation>相似度应在0.5至1之间。</translation>
        </message>
        <message>
            <source>The list cannot be sorted this way</source>
            <translation>不能按该项排序。</translation>
        </message>
        <message>
            <source>The list of this unit and month was sent already</source>
            <translation>该单位当月对账清单已送出。</translation>
        </message>
        <message>
            <source>The log-in name {login} is taken</source>
            <translation>登录名{login}已被使用。</translation>
        </message>
        <message>
            <source>The meeting has not been held, or its minutes wait for signature</source>
            <translation>会商尚未召开，或者纪要正在待签。</translation>
        </message>
        <message>
            <source>The meeting is not at the stage for this</source>
            <translation>会商不在可办此项的阶段。</translation>
        </message>
        <message>
            <source>The number of persons is out of range</source>
            <translation>人次超出范围，请核对。</translation>
        </message>
        <message>
            <source>The numbers of this month and organ are entered already</source>
            <translation>该单位该月的通报数已登记。</translation>
        </message>
        <message>
            <source>The objection was due by {due_on}</source>
            <translation>异议应在{due_on}前提出。</translation>
        </message>
        <message>
            <source>The opinion letter is issued by the competent organ, never by the center</source>
            <translation>答复意见书由有权处理的机关出具，中心不得出具。</translation>
        </message>
        <message>
            <source>The password does not fit. Nothing was opened</source>
            <translation>口令不符，未能登录。</translation>
        </message>
        <message>
            <source>The password protection is below the floor of this store</source>
            <translation>口令保护强度低于本库下限。</translation>
        </message>
        <message>
            <source>The person does not want it made known further</source>
            <translation>本人不要求在更大范围公开，请核对方式和范围。</translation>
        </message>
        <message>
            <source>The person does not want this handed to other units</source>
            <translation>本人不同意转有关单位办理。</translation>
        </message>
        <message>
            <source>The person does not wish to be called</source>
            <translation>本人要求不打电话，请当面联系。</translation>
        </message>
        <message>
            <source>The person was told already</source>
            <translation>已告知本人，不再重复登记。</translation>
        </message>
        <message>
            <source>The person's consent to the transfer is missing</source>
            <translation>尚未征得本人同意转办。</translation>
        </message>
        <message>
            <source>The person's own opinion is missing</source>
            <translation>尚未征求本人意见。</translation>
        </message>
        <message>
            <source>The present password is needed to set a new one</source>
            <translation>请先输入现用口令，再设新口令。</translation>
        </message>
        <message>
            <source>The proposer cannot approve this; send it to another leader</source>
            <translation>拟办人不能审批本件，请送其他负责同志。</translation>
        </message>
        <message>
            <source>The report does not foot; it is not printed</source>
            <translation>月报数字不平，不予印制。</translation>
        </message>
        <message>
            <source>The review opens one month before the last day of the period</source>
            <translation>影响期届满前一个月起方可评估。</translation>
        </message>
        <message>
            <source>The revisit is missing</source>
            <translation>尚未回访。</translation>
        </message>
        <message>
            <source>The right stands so already</source>
            <translation>权限未变。</translation>
        </message>
        <message>
            <source>The same is already waiting for a decision</source>
            <translation>同一事项已送批，尚待批办。</translation>
        </message>
        <message>
            <source>The seal is watched by another person than the handler</source>
            <translation>监印人与经办人不能是同一人。</translation>
        </message>
        <message>
            <source>The search is too long (at most {at} characters)</source>
            <translation>查询过长（至多{at}字）。</translation>
        </message>
        <message>
            <source>The sentence that may be said has at most {most} characters</source>
            <translation>可告知的一句话至多{most}字。</translation>
        </message>
        <message>
            <source>The signature is missing</source>
            <translation>尚无本人签名。</translation>
        </message>
        <message>
            <source>The store cannot be read. Close the program and check the disk; backups are untouched</source>
            <translation>记录库无法读取。请退出后检查磁盘，备份不受影响。</translation>
        </message>
        <message>
            <source>The store cannot be written to. Nothing was saved; check the rights of its folder</source>
            <translation>记录库不可写，未能保存。请检查所在文件夹的权限。</translation>
        </message>
        <message>
            <source>The store could not be brought to this version; it is untouched. Keep the backup and tell the system administrator</source>
            <translation>记录库未能升级，原库未动。请保留备份并告知系统管理员。</translation>
        </message>
        <message>
            <source>The store {path} is not there</source>
            <translation>未找到记录库{path}。</translation>
        </message>
        <message>
            <source>The substitute belongs to the same unit</source>
            <translation>代办人应当是同一单位人员。</translation>
        </message>
        <message>
            <source>The substitute is away himself on some of these days</source>
            <translation>代办人在此期间也不在岗。</translation>
        </message>
        <message>
            <source>The successor must belong to the unit that handles the case</source>
            <translation>接办人应当是承办单位人员。</translation>
        </message>
        <message>
            <source>The template asks for unknown fields {fields}</source>
            <translation>模板有未知栏目：{fields}。</translation>
        </message>
        <message>
            <source>The template cannot be read</source>
            <translation>模板无法读取。</translation>
        </message>
        <message>
            <source>The template lacks the fields {fields}</source>
            <translation>模板缺少栏目：{fields}。</translation>
        </message>
        <message>
            <source>The term ended on {due_on}: an extension is decided before that</source>
            <translation>时限已于{due_on}届满；延期须在届满前批准。</translation>
        </message>
        <message>
            <source>The text names people or numbers outside its list (marked): check it and let another person release it</source>
            <translation>文中有本件名单以外的姓名或号码（已标出），请核对后由另一人放行。</translation>
        </message>
        <message>
            <source>The text read out has {length} characters; at most {limit}</source>
            <translation>会上宣读的文字为{length}字，至多{limit}字。</translation>
        </message>
        <message>
            <source>The text seems to guess who reported: take it out before saving</source>
            <translation>文中疑有对反映人的猜测，请删去后再保存。</translation>
        </message>
        <message>
            <source>The trail breaks at entry {entry}. Stop work, keep the backups and tell the head of the center</source>
            <translation>日志在第{entry}条处不连续。请停止使用，保留备份，并告知中心负责人。</translation>
        </message>
        <message>
            <source>The two passwords differ</source>
            <translation>两次输入的口令不一致。</translation>
        </message>
        <message>
            <source>There are no corrections yet</source>
            <translation>还没有列出纠错措施。</translation>
        </message>
        <message>
            <source>There is half a character in the text; type it again</source>
            <translation>文字中有残缺字符，请重新录入。</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>尚无备份。</translation>
        </message>
        <message>
            <source>There is no inspection for you today; ask who allowed it</source>
            <translation>今日没有批准您查阅，请联系批准人。</translation>
        </message>
        <message>
            <source>There is no lead unit yet</source>
            <translation>尚未确定主办单位。</translation>
        </message>
        <message>
            <source>There is no such account</source>
            <translation>没有这个账号。</translation>
        </message>
        <message>
            <source>There is no such field to search in</source>
            <translation>没有这一查询范围。</translation>
        </message>
        <message>
            <source>There is no such kind of punishment</source>
            <translation>没有这种处分种类。</translation>
        </message>
        <message>
            <source>There is no such letter</source>
            <translation>没有这种文书。</translation>
        </message>
        <message>
            <source>There is no such list</source>
            <translation>没有这个代码表。</translation>
        </message>
        <message>
            <source>There is no such number among the cases you may see</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>There is no such paper</source>
            <translation>没有这种文书。</translation>
        </message>
        <message>
            <source>There is no such person in the office</source>
            <translation>没有这名人员。</translation>
        </message>
        <message>
            <source>There is no such right</source>
            <translation>没有这项权限。</translation>
        </message>
        <message>
            <source>There is no such rule</source>
            <translation>没有这一时限规则。</translation>
        </message>
        <message>
            <source>There is no such setting</source>
            <translation>没有这一设置。</translation>
        </message>
        <message>
            <source>There is no such state</source>
            <translation>没有这一状态。</translation>
        </message>
        <message>
            <source>There is no such step</source>
            <translation>没有这一步骤。</translation>
        </message>
        <message>
            <source>There is no such variant of the rule</source>
            <translation>没有这一时限类别。</translation>
        </message>
        <message>
            <source>These dates are out of order</source>
            <translation>日期先后有误，请核对。</translation>
        </message>
        <message>
            <source>These half-sheets belong to another store</source>
            <translation>这两页应急恢复单不属于本记录库。</translation>
        </message>
        <message>
            <source>This account cannot open the records yet: a security administrator or the head of the center opens it under Administration</source>
            <translation>该账号尚未开通记录库，请由安全保密管理员或中心负责人在“系统管理”中开通。</translation>
        </message>
        <message>
            <source>This account exists already</source>
            <translation>该账号已存在。</translation>
        </message>
        <message>
            <source>This account has no password yet: set one first</source>
            <translation>该账号尚未设置口令，请先设置。</translation>
        </message>
        <message>
            <source>This account is closed</source>
            <translation>该账号已停用。</translation>
        </message>
        <message>
            <source>This account is not that of an inspector</source>
            <translation>该账号不是查阅人员账号。</translation>
        </message>
        <message>
            <source>This arrangement is over already</source>
            <translation>该代办已到期。</translation>
        </message>
        <message>
            <source>This case has ended</source>
            <translation>该件已办毕。</translation>
        </message>
        <message>
            <source>This case has its file already</source>
            <translation>该件已立卷。</translation>
        </message>
        <message>
            <source>This case is a topic of the meeting already</source>
            <translation>该件已是本次会商的议题。</translation>
        </message>
        <message>
            <source>This case is no topic of the meeting</source>
            <translation>该件不是本次会商的议题。</translation>
        </message>
        <message>
            <source>This case is not on the fast track</source>
            <translation>本件未列入快办。</translation>
        </message>
        <message>
            <source>This case is on the fast track already</source>
            <translation>本件已列入快办。</translation>
        </message>
        <message>
            <source>This entry cannot be changed any more</source>
            <translation>该栏不能再修改。</translation>
        </message>
        <message>
            <source>This field is not corrected here</source>
            <translation>此栏不在更正范围内。</translation>
        </message>
        <message>
            <source>This field is not known</source>
            <translation>没有这一字段。</translation>
        </message>
        <message>
            <source>This filing was not in force at the time of the act</source>
            <translation>该备案当时不在有效状态，不能关联。</translation>
        </message>
        <message>
            <source>This half-sheet is mistyped: compare it group by group</source>
            <translation>应急恢复单输入有误，请逐组核对。</translation>
        </message>
        <message>
            <source>This has been decided already</source>
            <translation>该项已经批办。</translation>
        </message>
        <message>
            <source>This import is not finished</source>
            <translation>该批导入尚未完成。</translation>
        </message>
        <message>
            <source>This import was abandoned; nothing of it stays</source>
            <translation>本次导入已放弃，未留下记录。</translation>
        </message>
        <message>
            <source>This is no time; write it as 9:30</source>
            <translation>时间无法识别，请写作9:30。</translation>
        </message>
        <message>
            <source>This is not the number on file: call the number on file back</source>
            <translation>该号码与登记号码不一致，请回拨登记号码核实。</translation>
        </message>
        <message>
            <source>This is the same appeal</source>
            <translation>这是同一件。</translation>
        </message>
        <message>
            <source>This note has become a case already</source>
            <translation>该暂存件已转为诉求件。</translation>
        </message>
        <message>
            <source>This note stands no longer</source>
            <translation>该提示已不存在。</translation>
        </message>
        <message>
            <source>This occasion belongs to another body</source>
            <translation>该情形不由中心安排。</translation>
        </message>
        <message>
            <source>This occasion comes by a suggestion</source>
            <translation>该情形由系统建议产生，不能手工选择。</translation>
        </message>
        <message>
            <source>This opinion is noted already; correct it there</source>
            <translation>该意见已记录，请在原处更正。</translation>
        </message>
        <message>
            <source>This paper still waits for its release by another person</source>
            <translation>该文书尚待另一人放行。</translation>
        </message>
        <message>
            <source>This period is followed no longer</source>
            <translation>该记录已不再跟踪。</translation>
        </message>
        <message>
            <source>This person is managed by a higher body: hand it on sealed</source>
            <translation>该干部由上级管理，请即时移送。</translation>
        </message>
        <message>
            <source>This person is recused from the case</source>
            <translation>该同志已决定回避，不能参加核实。</translation>
        </message>
        <message>
            <source>This person steps back from the case as well</source>
            <translation>该同志在本件也须回避。</translation>
        </message>
        <message>
            <source>This person's period runs already: add the punishment to it</source>
            <translation>该同志已在跟踪，请在原记录中添加处分。</translation>
        </message>
        <message>
            <source>This procedure is redirected, never accepted</source>
            <translation>该程序只作引导，不予受理。</translation>
        </message>
        <message>
            <source>This reason needs no consent: send it</source>
            <translation>该事由不需送批，请直接发出。</translation>
        </message>
        <message>
            <source>This reason needs the consent of the head of the center: draw it up and send it with consent</source>
            <translation>该事由须经中心负责人同意：请先拟稿，再送批发出。</translation>
        </message>
        <message>
            <source>This register is not known</source>
            <translation>没有这本登记簿。</translation>
        </message>
        <message>
            <source>This review has been asked for already</source>
            <translation>该件已申请过复查。</translation>
        </message>
        <message>
            <source>This right belongs to another role</source>
            <translation>该权限属于其他角色。</translation>
        </message>
        <message>
            <source>This right stays with its role</source>
            <translation>该项权限不能更改。</translation>
        </message>
        <message>
            <source>This setting runs from {least} to {most}</source>
            <translation>该设置应在{least}至{most}之间。</translation>
        </message>
        <message>
            <source>This step does not belong to this kind</source>
            <translation>该类型没有这一步骤。</translation>
        </message>
        <message>
            <source>This store was written by a later version of the program. Update the program</source>
            <translation>记录库由更新版本的程序写成，请先升级程序。</translation>
        </message>
        <message>
            <source>This term cannot be extended</source>
            <translation>该时限不能延期。</translation>
        </message>
        <message>
            <source>This term leaves out no hearing days</source>
            <translation>该时限不扣除听证时间。</translation>
        </message>
        <message>
            <source>This unit exists already</source>
            <translation>该单位已存在。</translation>
        </message>
        <message>
            <source>This unit has a window in these days already</source>
            <translation>该单位在此期间已有时段。</translation>
        </message>
        <message>
            <source>This unit has no part of the case</source>
            <translation>该单位不是本件的承办（会办）单位。</translation>
        </message>
        <message>
            <source>This unit is not in the tree of units</source>
            <translation>该单位不在单位树内。</translation>
        </message>
        <message>
            <source>This unit is urged like the others; asking kindly is for the discipline organ</source>
            <translation>该单位应当催办；商请反馈只用于纪委监委。</translation>
        </message>
        <message>
            <source>This unit was not asked to the meeting</source>
            <translation>该单位未列入本次会商。</translation>
        </message>
        <message>
            <source>This value exists already</source>
            <translation>该值已存在。</translation>
        </message>
        <message>
            <source>This value is not in its list</source>
            <translation>该值不在代码表内。</translation>
        </message>
        <message>
            <source>This version has no number {value}</source>
            <translation>该版清单没有第{value}项。</translation>
        </message>
        <message>
            <source>This version was never published</source>
            <translation>该版清单没有发布。</translation>
        </message>
        <message>
            <source>This was asked for, or decided, already</source>
            <translation>已提出或已决定回避。</translation>
        </message>
        <message>
            <source>This was not returned</source>
            <translation>该件未被退回。</translation>
        </message>
        <message>
            <source>This was recorded from paper and is still to be checked by a second person</source>
            <translation>该项系代录，尚待另一人核对。</translation>
        </message>
        <message>
            <source>This was refused ({code})</source>
            <translation>该项未能办理（{code}）。</translation>
        </message>
        <message>
            <source>This way was not approved</source>
            <translation>该方式未经批准。</translation>
        </message>
        <message>
            <source>Tie it to his own appeal or clarification</source>
            <translation>请关联本人的诉求件或澄清件。</translation>
        </message>
        <message>
            <source>Too many brackets inside each other</source>
            <translation>括号层数过多。</translation>
        </message>
        <message>
            <source>Too many wrong passwords. The next try is possible at {until}</source>
            <translation>口令多次不符，{until}后可再试。</translation>
        </message>
        <message>
            <source>Two persons verify together</source>
            <translation>核实须由两人进行。</translation>
        </message>
        <message>
            <source>Type something to search for</source>
            <translation>请输入查询内容。</translation>
        </message>
        <message>
            <source>Vertically managed units are redirected to their superiors</source>
            <translation>垂管单位的诉求引导至其上级主管部门。</translation>
        </message>
        <message>
            <source>What was begun ex officio is not withdrawn by the person</source>
            <translation>依职权启动的件不由本人撤回。</translation>
        </message>
        <message>
            <source>What was said stays with its parties: it goes on only if the head of the center lets it</source>
            <translation>谈话内容限谈话双方，经中心负责人同意方可移交。</translation>
        </message>
        <message>
            <source>Who asks to step back himself chooses “the person himself”, others do not</source>
            <translation>本人提出的选“本人申请”，为他人提出的不选。</translation>
        </message>
        <message>
            <source>Who drafts does not sign: one role never has both rights</source>
            <translation>拟办和审签不能由同一角色担任。</translation>
        </message>
        <message>
            <source>Who supervises is neither the giver nor the taker</source>
            <translation>监交人不能是移交人或者接交人。</translation>
        </message>
        <message>
            <source>Who typed it cannot confirm it: ask another person</source>
            <translation>录入人不能核对本人所录，请由另一人核对。</translation>
        </message>
        <message>
            <source>With this conclusion no clarification is possible</source>
            <translation>该结论不能予以澄清。</translation>
        </message>
        <message>
            <source>Words of this kind are sealed for the discipline organ only</source>
            <translation>此类线索只移送纪检监察机关。</translation>
        </message>
        <message>
            <source>Write a whole number, 0 or more</source>
            <translation>请填写不小于0的整数。</translation>
        </message>
        <message>
            <source>Write down how the person was told</source>
            <translation>请填写告知方式。</translation>
        </message>
        <message>
            <source>Write down the contents</source>
            <translation>请填写内容。</translation>
        </message>
        <message>
            <source>Write down the main appeal and the facts</source>
            <translation>请填写主要诉求和事实。</translation>
        </message>
        <message>
            <source>Write down the question</source>
            <translation>请填写会办事项。</translation>
        </message>
        <message>
            <source>Write down what the leader wrote, word for word</source>
            <translation>请按原文录入批示内容。</translation>
        </message>
        <message>
            <source>Write one line</source>
            <translation>请填写一句话说明。</translation>
        </message>
        <message>
            <source>Write the answer</source>
            <translation>请填写答复内容。</translation>
        </message>
        <message>
            <source>Write the birth month as 1985.03</source>
            <translation>出生年月请写作1985.03。</translation>
        </message>
        <message>
            <source>Write the date as 20260305, 0305 or 3.5</source>
            <translation>请按20260305、0305或3.5的形式填写日期。</translation>
        </message>
        <message>
            <source>Write the month as 2026-03</source>
            <translation>月份请写作2026-03。</translation>
        </message>
        <message>
            <source>Write the time as 9:30</source>
            <translation>请按9:30的形式填写时间。</translation>
        </message>
        <message>
            <source>Yellow comes before orange; each level lies from 0 to {most} working days</source>
            <translation>黄灯应不晚于橙灯，各级为0至{most}个工作日。</translation>
        </message>
        <message>
            <source>You do not stand in for this person today; go back to your own place</source>
            <translation>今日您没有该同志的代办权限，请返回本人岗位。</translation>
        </message>
        <message>
            <source>You have no right to this deed. If your work needs it, ask the head of the center</source>
            <translation>您没有办理此项的权限。如工作需要，请联系中心负责人。</translation>
        </message>
        <message>
            <source>Your stepping back from this case waits for a decision: until then you read but do not act</source>
            <translation>您在本件的回避申请待决定，决定前只能查看，不能办理。</translation>
        </message>
        <message>
            <source>{count} appeals of this import are worked on already: it cannot be undone</source>
            <translation>该批有{count}件已经办理，不能整批撤回。</translation>
        </message>
        <message>
            <source>{file} cannot be read</source>
            <translation>{file}无法读取。</translation>
        </message>
        <message>
            <source>{file} claims {rows} rows and {columns} columns: delete the empty ones and save again</source>
            <translation>{file}标称{rows}行{columns}列，请删去空行空列后另存。</translation>
        </message>
        <message>
            <source>{file} has an unknown text encoding (byte {byte})</source>
            <translation>{file}的文字编码无法识别（第{byte}字节）。</translation>
        </message>
        <message>
            <source>{file} has {megabytes} MB: split it</source>
            <translation>{file}有{megabytes}MB，请拆分后导入。</translation>
        </message>
        <message>
            <source>{file} is empty</source>
            <translation>{file}没有内容。</translation>
        </message>
        <message>
            <source>{file} is none of xlsx, xls, csv, json</source>
            <translation>{file}不是xlsx、xls、csv、json文件。</translation>
        </message>
        <message>
            <source>{file} is not there</source>
            <translation>未找到{file}。</translation>
        </message>
        <message>
            <source>{file} is protected by a password: save a copy without one</source>
            <translation>{file}设有打开口令，请另存为无口令的文件。</translation>
        </message>
        <message>
            <source>{length} is out of range for this rule</source>
            <translation>时限{length}超出范围。</translation>
        </message>
        <message>
            <source>{month} is closed: only corrections are possible</source>
            <translation>{month}已月结，只能更正。</translation>
        </message>
        <message>
            <source>{month} is no month; write it as 2026-10</source>
            <translation>“{month}”不是月份，请写作2026-10。</translation>
        </message>
        <message>
            <source>{month} is not closed yet</source>
            <translation>{month}尚未月结。</translation>
        </message>
        <message>
            <source>{month} is not over yet</source>
            <translation>{month}尚未结束，不能月结。</translation>
        </message>
        <message>
            <source>{name} is damaged: its contents differ from what was filed</source>
            <translation>{name}已损坏，与入卷时不一致。</translation>
        </message>
        <message>
            <source>{name} is filed already</source>
            <translation>{name}已经入卷。</translation>
        </message>
        <message>
            <source>{name} is no complete backup: parts are missing</source>
            <translation>{name}不是完整的备份，缺少文件。</translation>
        </message>
        <message>
            <source>{name} with the same birth month and unit exists already</source>
            <translation>已有同名、同出生年月、同单位的{name}。</translation>
        </message>
        <message>
            <source>{number} was not settled on the spot</source>
            <translation>{number}不是当场办结件。</translation>
        </message>
        <message>
            <source>{on} is a working day already</source>
            <translation>{on}本来就是工作日。</translation>
        </message>
        <message>
            <source>{on} is named twice</source>
            <translation>{on}重复录入。</translation>
        </message>
        <message>
            <source>{on} is not in {year}</source>
            <translation>{on}不在{year}年。</translation>
        </message>
        <message>
            <source>{on} is past: a filing comes before the act</source>
            <translation>{on}已过，风险备案须在实施之前。</translation>
        </message>
        <message>
            <source>{on} is too early</source>
            <translation>{on}过早，请核对。</translation>
        </message>
        <message>
            <source>{on} lies before the appeal was received</source>
            <translation>{on}早于收件日期，请核对。</translation>
        </message>
        <message>
            <source>{on} lies in the future</source>
            <translation>{on}在今日之后，请核对。</translation>
        </message>
        <message>
            <source>{on} lies more than a week back: give the reason for recording it late</source>
            <translation>{on}距今已超过7日，请注明补录理由。</translation>
        </message>
        <message>
            <source>{path} exists already and is not overwritten</source>
            <translation>{path}已存在，不予覆盖。</translation>
        </message>
        <message>
            <source>{path} lies on a network share, where two programs could spoil it. Put it on a local disk</source>
            <translation>{path}位于网络共享盘，多处同时使用会损坏记录，请放在本机磁盘。</translation>
        </message>
        <message>
            <source>{value} is not a date (character {at})</source>
            <translation>“{value}”不是日期（第{at}字处）。</translation>
        </message>
        <message>
            <source>“{text}” names the case it was taken from; put it in general words</source>
            <translation>“{text}”会让人认出来源，请概括改写。</translation>
        </message>
    </context>
    <context>
        <name>MissingPage</name>
        <message>
            <source>Contents of the file</source>
            <translation>卷内目录</translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>First page</source>
            <translation>起始页号</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>Missing papers</source>
            <translation>缺件清单</translation>
        </message>
        <message>
            <source>No paper is missing in this period</source>
            <translation>本期无缺件</translation>
        </message>
        <message>
            <source>Note the reason</source>
            <translation>登记原因</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>受理编号</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Print the list</source>
            <translation>打印清单</translation>
        </message>
        <message>
            <source>Put a paper into the file of {0}</source>
            <translation>{0}材料入卷</translation>
        </message>
        <message>
            <source>Put into the file</source>
            <translation>材料入卷</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reason for a delay</source>
            <translation>说明超期原因</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描件</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>题名</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Who brings it</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Why was {0} late?</source>
            <translation>{0}超期原因</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0}（{1}）</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>共{0}件</translation>
        </message>
    </context>
    <context>
        <name>MonthEdit</name>
        <message>
            <source>Write the month as 1985.03</source>
            <translation>请按1985.03填写年月</translation>
        </message>
    </context>
    <context>
        <name>MonthPopup</name>
        <message>
            <source>Earlier month</source>
            <translation>上一月</translation>
        </message>
        <message>
            <source>Later month</source>
            <translation>下一月</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>MonthWords</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Acceptance to answer</source>
            <translation>受理至办结</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>本期受理</translation>
        </message>
        <message>
            <source>Accepted so far</source>
            <translation>累计受理</translation>
        </message>
        <message>
            <source>Answered in time</source>
            <translation>按期办结率</translation>
        </message>
        <message>
            <source>Answers received</source>
            <translation>收到函复</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <source>Assessed</source>
            <translation>已评估</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <source>Care talks</source>
            <translation>关爱谈话</translation>
        </message>
        <message>
            <source>Care talks so far</source>
            <translation>累计关爱谈话</translation>
        </message>
        <message>
            <source>Changed on review</source>
            <translation>复查改变率</translation>
        </message>
        <message>
            <source>Cleared</source>
            <translation>已实施澄清</translation>
        </message>
        <message>
            <source>Coverage {share}: (cleared {cleared} + kept private {private}) ÷ (pending {pending} + to be cleared {should})</source>
            <translation>应澄清办理率{share}　（已实施{cleared}＋本人不要求公开{private}）÷（期初未办理{pending}＋应予澄清{should}）</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <source>Handled</source>
            <translation>本期办结</translation>
        </message>
        <message>
            <source>Handled so far</source>
            <translation>累计办结</translation>
        </message>
        <message>
            <source>Handling rate</source>
            <translation>办结率</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <source>Not handed over</source>
            <translation>待转办</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <source>Open at the end</source>
            <translation>期末在办</translation>
        </message>
        <message>
            <source>Open at the start</source>
            <translation>期初在办</translation>
        </message>
        <message>
            <source>Receipt to acceptance</source>
            <translation>收到至受理</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Registered so far</source>
            <translation>累计登记</translation>
        </message>
        <message>
            <source>Satisfied with the result</source>
            <translation>满意率</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <source>Settled in substance</source>
            <translation>实质办结率</translation>
        </message>
        <message>
            <source>Time taken</source>
            <translation>办理时长</translation>
        </message>
        <message>
            <source>To be cleared</source>
            <translation>应予澄清</translation>
        </message>
        <message>
            <source>accepted {count}</source>
            <translation>受理{count}</translation>
        </message>
        <message>
            <source>accepted, no unit yet</source>
            <translation>已受理，尚未转办</translation>
        </message>
        <message>
            <source>as last month</source>
            <translation>与上月持平</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>days</source>
            <translation>日</translation>
        </message>
        <message>
            <source>from the competent organ</source>
            <translation>有权机关来函</translation>
        </message>
        <message>
            <source>last month {count}</source>
            <translation>上月{count}件</translation>
        </message>
        <message>
            <source>last year {count}</source>
            <translation>上年同期{count}件</translation>
        </message>
        <message>
            <source>median</source>
            <translation>中位</translation>
        </message>
        <message>
            <source>median last month</source>
            <translation>上月中位</translation>
        </message>
        <message>
            <source>merged {count}</source>
            <translation>并入{count}</translation>
        </message>
        <message>
            <source>nine in ten</source>
            <translation>九成以内</translation>
        </message>
        <message>
            <source>not accepted {count}</source>
            <translation>不予受理{count}</translation>
        </message>
        <message>
            <source>nothing to share</source>
            <translation>分母为0，不计算</translation>
        </message>
        <message>
            <source>of them {count} overdue</source>
            <translation>其中已超期{count}件</translation>
        </message>
        <message>
            <source>only taken over and answered, no times</source>
            <translation>只计转入和函复，不列入时限</translation>
        </message>
        <message>
            <source>planned {count}</source>
            <translation>计划{count}次</translation>
        </message>
        <message>
            <source>reasons stay inside</source>
            <translation>原因只在内部</translation>
        </message>
        <message>
            <source>redirected {count}</source>
            <translation>引导{count}</translation>
        </message>
        <message>
            <source>service {share}</source>
            <translation>服务{share}</translation>
        </message>
        <message>
            <source>talks</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>without {count} withdrawn</source>
            <translation>本人撤回{count}件除外</translation>
        </message>
        <message>
            <source>{above} ÷ {below} cases</source>
            <translation>{above} ÷ {below}件</translation>
        </message>
        <message>
            <source>{count} advised</source>
            <translation>咨询{count}人次</translation>
        </message>
        <message>
            <source>{count} fewer than last month</source>
            <translation>较上月减少{count}件</translation>
        </message>
        <message>
            <source>{count} kept private</source>
            <translation>本人不要求公开{count}件</translation>
        </message>
        <message>
            <source>{count} more than last month</source>
            <translation>较上月增加{count}件</translation>
        </message>
        <message>
            <source>{count} not to clear</source>
            <translation>不作澄清{count}件</translation>
        </message>
        <message>
            <source>{count} pending</source>
            <translation>未实施{count}件</translation>
        </message>
        <message>
            <source>{count} persons</source>
            <translation>{count}人</translation>
        </message>
        <message>
            <source>{count} to assess</source>
            <translation>待评估{count}件</translation>
        </message>
        <message>
            <source>{count} without a limit</source>
            <translation>另{count}件不计时限</translation>
        </message>
        <message>
            <source>{day}, 24:00</source>
            <translation>{day}24时</translation>
        </message>
    </context>
    <context>
        <name>MoveBar</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>MovedWords</name>
        <message>
            <source>Afterwards</source>
            <translation>新期限</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>起算</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>原期限</translation>
        </message>
        <message>
            <source>{count} running deadlines will move</source>
            <translation>将有{count}个在办期限变动</translation>
        </message>
        <message>
            <source>{day} (provisional)</source>
            <translation>{day}（暂定）</translation>
        </message>
    </context>
    <context>
        <name>NewAccountDialog</name>
        <message>
            <source>Log-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Open an account</source>
            <translation>新增账号</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Unit, as the login page shows it</source>
            <translation>单位（登录页显示）</translation>
        </message>
        <message>
            <source>lower-case letters, digits and _</source>
            <translation>小写字母、数字和下划线</translation>
        </message>
    </context>
    <context>
        <name>NoticeDialog</name>
        <message>
            <source>Day of the notice</source>
            <translation>通知日期</translation>
        </message>
        <message>
            <source>Days off: name, first day, last day</source>
            <translation>放假：节日 起日 止日</translation>
        </message>
        <message>
            <source>Enter the notice</source>
            <translation>录入放假通知</translation>
        </message>
        <message>
            <source>Holiday notice of {year}</source>
            <translation>{year}年放假调休通知</translation>
        </message>
        <message>
            <source>Make-up working days</source>
            <translation>调休上班日</translation>
        </message>
        <message>
            <source>No day was found in: {words}</source>
            <translation>未读到日期：{words}</translation>
        </message>
        <message>
            <source>No holiday was found in the text</source>
            <translation>文中未读到节日安排，请核对后粘贴。</translation>
        </message>
        <message>
            <source>Not understood: {line}</source>
            <translation>无法识别：{line}</translation>
        </message>
        <message>
            <source>Number of the notice</source>
            <translation>通知文号</translation>
        </message>
        <message>
            <source>Read the text</source>
            <translation>读取文本</translation>
        </message>
        <message>
            <source>Text of the notice, pasted</source>
            <translation>通知原文（粘贴）</translation>
        </message>
        <message>
            <source>The number of days does not fit: {words}</source>
            <translation>天数与起止不符，请核对：{words}</translation>
        </message>
        <message>
            <source>The weekday does not fit the day: {words}</source>
            <translation>星期与日期不符，请核对：{words}</translation>
        </message>
        <message>
            <source>There is no such day: {words}</source>
            <translation>没有这一天：{words}</translation>
        </message>
        <message>
            <source>These days run backwards: {words}</source>
            <translation>起止日期颠倒，请核对：{words}</translation>
        </message>
        <message>
            <source>This text is about {year}; choose that year first</source>
            <translation>这是{year}年的通知，请先选择该年。</translation>
        </message>
        <message>
            <source>What would move?</source>
            <translation>预览变动</translation>
        </message>
        <message>
            <source>one holiday a line, for example 春节 2027-02-05 2027-02-12</source>
            <translation>每行一个节日，例如：春节 2027-02-05 2027-02-12</translation>
        </message>
    </context>
    <context>
        <name>NumberEdit</name>
        <message>
            <source>Write a whole number, as 12</source>
            <translation>请填写整数，如12</translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message>
            <source>1 for natural months, 26 for the 26th to the 25th</source>
            <translation>自然月填1；上月26日至本月25日填26</translation>
        </message>
        <message>
            <source>From the month</source>
            <translation>自哪月起</translation>
        </message>
        <message>
            <source>Months begin on day</source>
            <translation>每月起始日</translation>
        </message>
        <message>
            <source>Natural months.</source>
            <translation>按自然月统计。</translation>
        </message>
        <message>
            <source>Numbers and terms</source>
            <translation>编号和期限</translation>
        </message>
        <message>
            <source>Office settings</source>
            <translation>中心设置</translation>
        </message>
        <message>
            <source>Reporting months</source>
            <translation>统计周期</translation>
        </message>
        <message>
            <source>Reporting months set</source>
            <translation>统计周期已设置</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Set from this month on</source>
            <translation>自该月起执行</translation>
        </message>
        <message>
            <source>Settings saved</source>
            <translation>设置已保存</translation>
        </message>
        <message>
            <source>The center, as papers print it</source>
            <translation>中心信息（文书上印制）</translation>
        </message>
        <message>
            <source>from {month}: day {day}</source>
            <translation>自{month}起：每月起始日{day}日</translation>
        </message>
        <message>
            <source>{form} stands for year and number</source>
            <translation>{form}代表年份和序号</translation>
        </message>
    </context>
    <context>
        <name>OfficeSettings</name>
        <message>
            <source>Address</source>
            <translation>办公地址</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>行政区划</translation>
        </message>
        <message>
            <source>Attention note from so many repeats after the answer</source>
            <translation>关注提示：办结后重复几次起</translation>
        </message>
        <message>
            <source>Attention note from the nth appeal of a person</source>
            <translation>关注提示：同一人第几件起</translation>
        </message>
        <message>
            <source>Attention note: within so many months</source>
            <translation>关注提示：几个月内</translation>
        </message>
        <message>
            <source>Body that reviews</source>
            <translation>复查机关</translation>
        </message>
        <message>
            <source>Card for a visitor in need</source>
            <translation>需关注人员接待卡</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Days of free back-dating</source>
            <translation>无须理由的补录天数</translation>
        </message>
        <message>
            <source>Days within which must-talk events share a talk</source>
            <translation>必谈事件合并天数</translation>
        </message>
        <message>
            <source>Form of appeal numbers</source>
            <translation>受理编号样式</translation>
        </message>
        <message>
            <source>Form of clarification numbers</source>
            <translation>澄清编号样式</translation>
        </message>
        <message>
            <source>Form of held notes</source>
            <translation>暂存件编号样式</translation>
        </message>
        <message>
            <source>Form of talk numbers</source>
            <translation>谈话编号样式</translation>
        </message>
        <message>
            <source>Form of transfer numbers</source>
            <translation>转办单号样式</translation>
        </message>
        <message>
            <source>Name of the center</source>
            <translation>中心名称</translation>
        </message>
        <message>
            <source>Reception hours</source>
            <translation>接待时间</translation>
        </message>
        <message>
            <source>Returns after which it is the head's</source>
            <translation>退回几次后由中心负责人明确</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
    </context>
    <context>
        <name>OnTheSpotFields</name>
        <message>
            <source>Confirmed by telephone</source>
            <translation>电话确认</translation>
        </message>
        <message>
            <source>Confirmed face to face</source>
            <translation>当面确认</translation>
        </message>
        <message>
            <source>How the person confirmed</source>
            <translation>本人确认方式</translation>
        </message>
        <message>
            <source>Main points of the answer</source>
            <translation>答复要点</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>办理结果</translation>
        </message>
        <message>
            <source>Settled on the spot</source>
            <translation>当场办结</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>签字确认</translation>
        </message>
    </context>
    <context>
        <name>Openings</name>
        <message>
            <source>Application to be cleared</source>
            <translation>登记澄清申请</translation>
        </message>
        <message>
            <source>Asked for again by queries</source>
            <translation>查询时核对后四位</translation>
        </message>
        <message>
            <source>Empty for a party organization</source>
            <translation>为党组织申请的不填姓名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Only the person's own matter and facts; nobody asks for, writes down or guesses who reported</source>
            <translation>只记本人诉求和事实，不询问、不记录、不猜测反映人。</translation>
        </message>
        <message>
            <source>Only these four things; the report of the check stays outside</source>
            <translation>只登记类别、函号、日期和可说的一句话；核查报告由核查单位留存。</translation>
        </message>
        <message>
            <source>Organ that checked</source>
            <translation>核查单位</translation>
        </message>
        <message>
            <source>Proposal to clear a name</source>
            <translation>提出澄清建议</translation>
        </message>
        <message>
            <source>Reason for an earlier date</source>
            <translation>补录理由</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Saved. Number {0}</source>
            <translation>已保存。编号：{0}</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>联系电话</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>What is wished</source>
            <translation>澄清诉求</translation>
        </message>
        <message>
            <source>What was untrue, in the applicant's own words</source>
            <translation>失实反映主要内容（本人所述）</translation>
        </message>
    </context>
    <context>
        <name>OwnWordsDialog</name>
        <message>
            <source>Five: questions that need attention</source>
            <translation>五、需要关注的问题</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Six: next steps</source>
            <translation>六、下步工作</translation>
        </message>
        <message>
            <source>Text of the report</source>
            <translation>月报文字</translation>
        </message>
        <message>
            <source>{accepted_count} and other fields stand for their figures</source>
            <translation>可写{accepted_count}等字段，打印时代以数字并核对</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Accounts and rights</source>
            <translation>账号与权限</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>系统管理</translation>
        </message>
        <message>
            <source>Appeal intake</source>
            <translation>诉求登记</translation>
        </message>
        <message>
            <source>Appeal ledger</source>
            <translation>诉求台账</translation>
        </message>
        <message>
            <source>Appeals</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Attention notes</source>
            <translation>关注提示</translation>
        </message>
        <message>
            <source>Backup and restore</source>
            <translation>备份恢复</translation>
        </message>
        <message>
            <source>Care talks</source>
            <translation>关爱谈话</translation>
        </message>
        <message>
            <source>Clarification</source>
            <translation>澄清正名</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Deadline rules</source>
            <translation>时限规则</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>重复件排查</translation>
        </message>
        <message>
            <source>Duty and reception</source>
            <translation>值班交接</translation>
        </message>
        <message>
            <source>Extracts from petitions</source>
            <translation>信访情况摘报</translation>
        </message>
        <message>
            <source>Files and inspection</source>
            <translation>归档备查</translation>
        </message>
        <message>
            <source>Impact periods</source>
            <translation>影响期跟踪</translation>
        </message>
        <message>
            <source>Inquiry replies</source>
            <translation>查询答复</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>巡察查阅</translation>
        </message>
        <message>
            <source>Joint meetings</source>
            <translation>会商研判</translation>
        </message>
        <message>
            <source>Leaders' notes</source>
            <translation>批示办理</translation>
        </message>
        <message>
            <source>Ledger import</source>
            <translation>台账导入</translation>
        </message>
        <message>
            <source>Letter templates</source>
            <translation>文书模板</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>代码维护</translation>
        </message>
        <message>
            <source>Lists for leaders</source>
            <translation>领导要件</translation>
        </message>
        <message>
            <source>Missing papers</source>
            <translation>缺件清单</translation>
        </message>
        <message>
            <source>Monthly statistics</source>
            <translation>统计月报</translation>
        </message>
        <message>
            <source>My workbench</source>
            <translation>我的工作台</translation>
        </message>
        <message>
            <source>Office settings</source>
            <translation>中心设置</translation>
        </message>
        <message>
            <source>Office work</source>
            <translation>机关事务</translation>
        </message>
        <message>
            <source>Papers and seals</source>
            <translation>文书管理</translation>
        </message>
        <message>
            <source>People and units</source>
            <translation>干部与单位</translation>
        </message>
        <message>
            <source>Personal settings</source>
            <translation>个人设置</translation>
        </message>
        <message>
            <source>Posts and recusals</source>
            <translation>岗位与回避</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>线索移送</translation>
        </message>
        <message>
            <source>Reminders and inquiries</source>
            <translation>提醒函询诫勉</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限设置</translation>
        </message>
        <message>
            <source>Sealed hand-over</source>
            <translation>即时移送登记</translation>
        </message>
        <message>
            <source>Security audit</source>
            <translation>安全审计</translation>
        </message>
        <message>
            <source>Sensitive windows</source>
            <translation>敏感时段</translation>
        </message>
        <message>
            <source>Signatories</source>
            <translation>签发人和落款</translation>
        </message>
        <message>
            <source>Special</source>
            <translation>专项</translation>
        </message>
        <message>
            <source>Supervision</source>
            <translation>催办督办</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>容错纠错</translation>
        </message>
        <message>
            <source>Trail</source>
            <translation>日志查询</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translation>转办签收</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Visitors in need</source>
            <translation>需关注人员</translation>
        </message>
        <message>
            <source>Warning levels</source>
            <translation>预警级别</translation>
        </message>
        <message>
            <source>Working calendar</source>
            <translation>工作日历</translation>
        </message>
    </context>
    <context>
        <name>PaperFlow</name>
        <message>
            <source>Saved as {name}</source>
            <translation>已保存为{name}</translation>
        </message>
    </context>
    <context>
        <name>PaperMenu</name>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>No papers yet</source>
            <translation>暂无可制作的文书。</translation>
        </message>
        <message>
            <source>Outside the white list: {0}</source>
            <translation>请核对：本件白名单以外的内容：{0}</translation>
        </message>
        <message>
            <source>Preview and print</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Release it only if the letter must name this.</source>
            <translation>确需写明的，方可放行。</translation>
        </message>
        <message>
            <source>Save as .docx</source>
            <translation>存为.docx</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为PDF</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Send for release</source>
            <translation>送核对</translation>
        </message>
        <message>
            <source>The letter is released and can be printed</source>
            <translation>已放行，可以打印。</translation>
        </message>
        <message>
            <source>The letter names something that its own record does not allow. Correct the text, or send it to another person for release.</source>
            <translation>文中有本件名单以外的姓名或号码（已标出），请核对后由另一人放行。</translation>
        </message>
        <message>
            <source>This letter waits for another person to release it</source>
            <translation>本文书待另一人核对放行。</translation>
        </message>
    </context>
    <context>
        <name>PaperPanel</name>
        <message>
            <source>.docx</source>
            <translation>.docx</translation>
        </message>
        <message>
            <source>A draft for the organ that issues it. Name nobody but the cadre, the addressee and the contact</source>
            <translation>供出具单位使用的草稿。除本人、主送单位和联系人外，不写其他人的姓名。</translation>
        </message>
        <message>
            <source>Check…</source>
            <translation>外发核对…</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>拟稿</translation>
        </message>
        <message>
            <source>Draft again…</source>
            <translation>重新拟稿…</translation>
        </message>
        <message>
            <source>Draft…</source>
            <translation>拟稿…</translation>
        </message>
        <message>
            <source>No marks; another person releases it</source>
            <translation>未标出问题，由另一人放行。</translation>
        </message>
        <message>
            <source>No papers yet</source>
            <translation>暂无文书</translation>
        </message>
        <message>
            <source>Not drafted</source>
            <translation>未拟稿</translation>
        </message>
        <message>
            <source>Outdated</source>
            <translation>须重拟</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>可打印</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>已放行</translation>
        </message>
        <message>
            <source>Released by {0}</source>
            <translation>{0}已核对放行</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>The place of the seal stays blank; nothing is stamped here</source>
            <translation>盖章处留空，本系统不画章。</translation>
        </message>
        <message>
            <source>The record changed since; draft it again</source>
            <translation>拟稿后本件已有变动，请重新拟稿。</translation>
        </message>
        <message>
            <source>To be released</source>
            <translation>待放行</translation>
        </message>
        <message>
            <source>{n} marks; another person releases it</source>
            <translation>已标出{n}处，由另一人放行。</translation>
        </message>
    </context>
    <context>
        <name>PaperWords</name>
        <message>
            <source>Acceptance notice</source>
            <translation>受理告知书</translation>
        </message>
        <message>
            <source>Appeal ledger</source>
            <translation>诉求台账</translation>
        </message>
        <message>
            <source>Care talk record</source>
            <translation>关爱谈话记录表</translation>
        </message>
        <message>
            <source>Clarification approval form</source>
            <translation>澄清审批表（空白）</translation>
        </message>
        <message>
            <source>Clarification letter</source>
            <translation>澄清函</translation>
        </message>
        <message>
            <source>Clarification notice</source>
            <translation>澄清告知书</translation>
        </message>
        <message>
            <source>Closing approval form</source>
            <translation>办结审批表</translation>
        </message>
        <message>
            <source>Extension approval form</source>
            <translation>延期审批表</translation>
        </message>
        <message>
            <source>Extension notice</source>
            <translation>延期告知书</translation>
        </message>
        <message>
            <source>Feedback sheet</source>
            <translation>诉求办理情况反馈单</translation>
        </message>
        <message>
            <source>Handling report</source>
            <translation>办结报告</translation>
        </message>
        <message>
            <source>Letter passing a matter on</source>
            <translation>关于转送有关事项的函</translation>
        </message>
        <message>
            <source>Non-acceptance notice</source>
            <translation>不予受理告知书</translation>
        </message>
        <message>
            <source>One matter on one page</source>
            <translation>一页纸情况</translation>
        </message>
        <message>
            <source>Opinion form on clearing</source>
            <translation>澄清征求意见表</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收件回执</translation>
        </message>
        <message>
            <source>Redirect notice</source>
            <translation>引导告知书</translation>
        </message>
        <message>
            <source>Registration form</source>
            <translation>诉求登记表</translation>
        </message>
        <message>
            <source>Reply opinion</source>
            <translation>答复意见书</translation>
        </message>
        <message>
            <source>Supplement notice</source>
            <translation>补正告知书</translation>
        </message>
        <message>
            <source>Telephone record</source>
            <translation>电话告知记录</translation>
        </message>
        <message>
            <source>Text to be read out</source>
            <translation>会议宣读稿</translation>
        </message>
        <message>
            <source>Transfer sheet</source>
            <translation>转办单</translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>Blank forms</source>
            <translation>空白表单</translation>
        </message>
        <message>
            <source>Contents of a file</source>
            <translation>卷内目录</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>表单</translation>
        </message>
        <message>
            <source>Notices and letters</source>
            <translation>告知书、报告</translation>
        </message>
        <message>
            <source>Registers</source>
            <translation>登记簿</translation>
        </message>
        <message>
            <source>Sheets of the books</source>
            <translation>簿册单据</translation>
        </message>
    </context>
    <context>
        <name>PasswordDialog</name>
        <message>
            <source>A password has at least {least} characters</source>
            <translation>口令至少{least}位</translation>
        </message>
        <message>
            <source>Change password</source>
            <translation>修改口令</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新口令</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>再输入一遍新口令</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>现用口令</translation>
        </message>
        <message>
            <source>The two passwords differ</source>
            <translation>两次输入的口令不一致</translation>
        </message>
    </context>
    <context>
        <name>PasswordLine</name>
        <message>
            <source>Show password</source>
            <translation>显示口令</translation>
        </message>
    </context>
    <context>
        <name>PasteDialog</name>
        <message>
            <source>As it is understood</source>
            <translation>识别结果</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>明确</translation>
        </message>
        <message>
            <source>Enter all</source>
            <translation>全部登记</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>For events of more than a week ago</source>
            <translation>事件在一周以前的须填写</translation>
        </message>
        <message>
            <source>Leave unclear lines out</source>
            <translation>去掉不明确的行</translation>
        </message>
        <message>
            <source>Line {0}: no day that exists</source>
            <translation>第{0}行：日期不正确</translation>
        </message>
        <message>
            <source>Line {0}: no name</source>
            <translation>第{0}行：没有姓名</translation>
        </message>
        <message>
            <source>List</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>Name, unit, day, a few words; one event a line</source>
            <translation>姓名、单位、日期、摘要，一行一人，可从表格中直接粘贴</translation>
        </message>
        <message>
            <source>Paste must-talk events</source>
            <translation>粘贴必谈事件名单</translation>
        </message>
        <message>
            <source>Some lines are unclear: mend them or leave them out</source>
            <translation>有不明确的行，请改正或去掉。</translation>
        </message>
        <message>
            <source>The list is being read; save again</source>
            <translation>正在识别名单，请稍后再保存。</translation>
        </message>
        <message>
            <source>Unclear</source>
            <translation>不明确</translation>
        </message>
        <message>
            <source>Why it is entered late</source>
            <translation>补录理由</translation>
        </message>
        <message>
            <source>by name</source>
            <translation>仅按姓名</translation>
        </message>
        <message>
            <source>in the register</source>
            <translation>名册中有</translation>
        </message>
        <message>
            <source>{n} lines, {bad} unclear</source>
            <translation>共{n}行，{bad}行不明确</translation>
        </message>
        <message>
            <source>{n} of this name; taken by name</source>
            <translation>同名{n}人，仅按姓名</translation>
        </message>
    </context>
    <context>
        <name>PeopleAsks</name>
        <message>
            <source>Others in the room</source>
            <translation>参加人</translation>
        </message>
        <message>
            <source>Recorder</source>
            <translation>记录人</translation>
        </message>
        <message>
            <source>Suggested: one more colleague of the person's own sex in the room</source>
            <translation>谈话人与谈话对象性别不同，建议请一名与谈话对象同性别的同志参加（不作强制）</translation>
        </message>
        <message>
            <source>Talker</source>
            <translation>谈话人</translation>
        </message>
        <message>
            <source>Talker (does not log in)</source>
            <translation>谈话人（不登录本系统）</translation>
        </message>
        <message>
            <source>The signer of the paper if left empty</source>
            <translation>留空则为纸质件签名人。</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Add a person</source>
            <translation>新增人员</translation>
        </message>
        <message>
            <source>Also those not offered any more</source>
            <translation>含不再列出的</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>出生年月</translation>
        </message>
        <message>
            <source>Cadres</source>
            <translation>干部</translation>
        </message>
        <message>
            <source>Cadres and units</source>
            <translation>干部与单位</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>人员类别</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, telephone</source>
            <translation>姓名、拼音、首字母、电话</translation>
        </message>
        <message>
            <source>No matching person</source>
            <translation>未查到符合条件的人员。</translation>
        </message>
        <message>
            <source>Open / all</source>
            <translation>在办／全部</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>The person was added</source>
            <translation>已新增人员</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>同名</translation>
        </message>
        <message>
            <source>the first {0} persons; type more to narrow them</source>
            <translation>前{0}人，可继续输入缩小范围</translation>
        </message>
        <message>
            <source>{0} persons</source>
            <translation>{0}人</translation>
        </message>
    </context>
    <context>
        <name>Permissions</name>
        <message>
            <source>Answer an urging</source>
            <translation>回复催办督办</translation>
        </message>
        <message>
            <source>Apply for clarification</source>
            <translation>申请澄清</translation>
        </message>
        <message>
            <source>Approve answers</source>
            <translation>审签</translation>
        </message>
        <message>
            <source>Approve clarification</source>
            <translation>批准澄清</translation>
        </message>
        <message>
            <source>Approve lists for leaders</source>
            <translation>批准领导要件</translation>
        </message>
        <message>
            <source>Archive clarification</source>
            <translation>澄清归档</translation>
        </message>
        <message>
            <source>Arrange substitutes</source>
            <translation>指定代办人</translation>
        </message>
        <message>
            <source>Ask for recusal</source>
            <translation>申请回避</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Care for visitors in need</source>
            <translation>办理需关注人员</translation>
        </message>
        <message>
            <source>Change lists</source>
            <translation>维护代码</translation>
        </message>
        <message>
            <source>Change people</source>
            <translation>维护人员</translation>
        </message>
        <message>
            <source>Change settings</source>
            <translation>修改设置</translation>
        </message>
        <message>
            <source>Change terms</source>
            <translation>维护时限规则</translation>
        </message>
        <message>
            <source>Change units</source>
            <translation>维护单位</translation>
        </message>
        <message>
            <source>Check what was recorded</source>
            <translation>核对代录</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>审结销号</translation>
        </message>
        <message>
            <source>Close months</source>
            <translation>月结</translation>
        </message>
        <message>
            <source>Close talks</source>
            <translation>谈话办结</translation>
        </message>
        <message>
            <source>Confirm a recorded determination</source>
            <translation>核对认定批复</translation>
        </message>
        <message>
            <source>Confirm changes of rights</source>
            <translation>确认权限调整</translation>
        </message>
        <message>
            <source>Decide for the center</source>
            <translation>中心批办</translation>
        </message>
        <message>
            <source>Decide on referrals</source>
            <translation>批准线索移送</translation>
        </message>
        <message>
            <source>Decide on seals and files read</source>
            <translation>批准用印和查阅</translation>
        </message>
        <message>
            <source>Decide on tolerance for the center</source>
            <translation>审批容错纠错（中心）</translation>
        </message>
        <message>
            <source>Decide recusals</source>
            <translation>决定回避</translation>
        </message>
        <message>
            <source>Decide recusals of the department</source>
            <translation>决定本部门回避</translation>
        </message>
        <message>
            <source>Deliver answers</source>
            <translation>登记送达</translation>
        </message>
        <message>
            <source>Determine tolerance (comes from its paper)</source>
            <translation>容错认定（据纸质认定书录入）</translation>
        </message>
        <message>
            <source>Draft papers</source>
            <translation>拟制文书</translation>
        </message>
        <message>
            <source>Enter reported coverage</source>
            <translation>登记澄清报数</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Find duplicates</source>
            <translation>重复件排查</translation>
        </message>
        <message>
            <source>Follow impact periods</source>
            <translation>办理影响期跟踪</translation>
        </message>
        <message>
            <source>Follow up</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>转办</translation>
        </message>
        <message>
            <source>Hand over work</source>
            <translation>办理工作交接</translation>
        </message>
        <message>
            <source>Hand sealed envelopes over</source>
            <translation>登记即时移送</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>办理</translation>
        </message>
        <message>
            <source>Handle clarification</source>
            <translation>办理澄清</translation>
        </message>
        <message>
            <source>Hold talks</source>
            <translation>谈话和记录</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>查阅</translation>
        </message>
        <message>
            <source>Keep drafts</source>
            <translation>暂存</translation>
        </message>
        <message>
            <source>Keep reminders and inquiries</source>
            <translation>办理提醒函询诫勉</translation>
        </message>
        <message>
            <source>Keep rights</source>
            <translation>维护权限</translation>
        </message>
        <message>
            <source>Keep the calendar</source>
            <translation>维护工作日历</translation>
        </message>
        <message>
            <source>Keep the office's books</source>
            <translation>登记机关簿册</translation>
        </message>
        <message>
            <source>Make lists for leaders</source>
            <translation>制作领导要件</translation>
        </message>
        <message>
            <source>Open accounts</source>
            <translation>开通账号</translation>
        </message>
        <message>
            <source>Pass clues on</source>
            <translation>登记线索移送</translation>
        </message>
        <message>
            <source>Plan talks</source>
            <translation>安排谈话</translation>
        </message>
        <message>
            <source>Prepare joint meetings</source>
            <translation>筹办会商</translation>
        </message>
        <message>
            <source>Propose clarification</source>
            <translation>提出澄清</translation>
        </message>
        <message>
            <source>Read appeals</source>
            <translation>查阅诉求</translation>
        </message>
        <message>
            <source>Read attention notes</source>
            <translation>查看关注提示</translation>
        </message>
        <message>
            <source>Read impact periods</source>
            <translation>查看影响期跟踪</translation>
        </message>
        <message>
            <source>Read people</source>
            <translation>查阅人员</translation>
        </message>
        <message>
            <source>Read reminders and inquiries</source>
            <translation>查看提醒函询诫勉</translation>
        </message>
        <message>
            <source>Read statistics</source>
            <translation>查阅统计</translation>
        </message>
        <message>
            <source>Read the office's books</source>
            <translation>查看机关簿册</translation>
        </message>
        <message>
            <source>Read the trail</source>
            <translation>查阅日志</translation>
        </message>
        <message>
            <source>Read tolerance cases, lists and filings</source>
            <translation>查看容错纠错</translation>
        </message>
        <message>
            <source>Read visitors in need</source>
            <translation>查看需关注人员</translation>
        </message>
        <message>
            <source>Record consultations</source>
            <translation>咨询登记</translation>
        </message>
        <message>
            <source>Record on behalf</source>
            <translation>代录</translation>
        </message>
        <message>
            <source>Record reviews</source>
            <translation>登记复查复核</translation>
        </message>
        <message>
            <source>Record the course of a referral</source>
            <translation>登记线索办理</translation>
        </message>
        <message>
            <source>Record tolerance cases, lists and filings</source>
            <translation>登记容错纠错</translation>
        </message>
        <message>
            <source>Register appeals</source>
            <translation>登记诉求</translation>
        </message>
        <message>
            <source>Release papers</source>
            <translation>文书放行</translation>
        </message>
        <message>
            <source>Report tasks of a meeting</source>
            <translation>报告会商任务</translation>
        </message>
        <message>
            <source>Review appeals</source>
            <translation>审核诉求</translation>
        </message>
        <message>
            <source>See joint meetings</source>
            <translation>查看会商</translation>
        </message>
        <message>
            <source>See petition extracts</source>
            <translation>查看信访情况摘报</translation>
        </message>
        <message>
            <source>See referrals</source>
            <translation>查看线索移送</translation>
        </message>
        <message>
            <source>See reported coverage</source>
            <translation>查看澄清报数</translation>
        </message>
        <message>
            <source>See sealed envelopes</source>
            <translation>查看即时移送</translation>
        </message>
        <message>
            <source>See urging and supervision</source>
            <translation>查看催办督办</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>签收</translation>
        </message>
        <message>
            <source>Urge and supervise</source>
            <translation>催办督办</translation>
        </message>
        <message>
            <source>Verify and propose in tolerance cases</source>
            <translation>办理容错核实</translation>
        </message>
        <message>
            <source>Verify the trail</source>
            <translation>校验日志</translation>
        </message>
        <message>
            <source>Write petition extracts</source>
            <translation>编写信访情况摘报</translation>
        </message>
    </context>
    <context>
        <name>PersonDialog</name>
        <message>
            <source>Add a person</source>
            <translation>新增人员</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Born, as 1985.03</source>
            <translation>出生年月（1985.03）</translation>
        </message>
        <message>
            <source>How to reach the person</source>
            <translation>联系要求</translation>
        </message>
        <message>
            <source>Identity number</source>
            <translation>身份证号</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>人员类别</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Offered when somebody is chosen</source>
            <translation>选择人员时列出</translation>
        </message>
        <message>
            <source>Political status</source>
            <translation>政治面貌</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>This is another person of the same name</source>
            <translation>确为同名的另一人</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit as written</source>
            <translation>单位（原文）</translation>
        </message>
        <message>
            <source>not in the tree</source>
            <translation>不在单位树内</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未填</translation>
        </message>
    </context>
    <context>
        <name>PersonFinder</name>
        <message>
            <source>Choose which of the same-named persons it is</source>
            <translation>有同名人员，请选定是哪一位。</translation>
        </message>
        <message>
            <source>Not in the list, the name only</source>
            <translation>名册中没有，只记姓名</translation>
        </message>
        <message>
            <source>Only the name is recorded</source>
            <translation>只记姓名</translation>
        </message>
        <message>
            <source>The name is being looked up; save again</source>
            <translation>正在核对同名人员，请再保存一次。</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>查到{count}人</translation>
        </message>
    </context>
    <context>
        <name>PersonPane</name>
        <message>
            <source>Address</source>
            <translation>住址</translation>
        </message>
        <message>
            <source>Appeals</source>
            <translation>诉求件</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Choose a person to see the data here</source>
            <translation>选择一人，在此查看</translation>
        </message>
        <message>
            <source>How to reach the person</source>
            <translation>联系要求</translation>
        </message>
        <message>
            <source>Managed by</source>
            <translation>管理权限</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Not offered any more</source>
            <translation>不再列出</translation>
        </message>
        <message>
            <source>Open in the ledger</source>
            <translation>在台账中打开</translation>
        </message>
        <message>
            <source>Political status</source>
            <translation>政治面貌</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>同名人员</translation>
        </message>
        <message>
            <source>Show number (noted)</source>
            <translation>显示（留痕）</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>PersonPicker</name>
        <message>
            <source>Choose which of the same-named persons it is</source>
            <translation>姓名未选定，同名人员请选一人</translation>
        </message>
        <message>
            <source>New person “{name}”  {key}</source>
            <translation>新增人员“{name}”  {key}</translation>
        </message>
        <message>
            <source>New person: fill in the line below</source>
            <translation>新增人员，请填写下一行</translation>
        </message>
        <message>
            <source>Nobody of this name is in the list</source>
            <translation>名单中没有此人</translation>
        </message>
        <message>
            <source>Not sure yet, record the name only  {key}</source>
            <translation>暂不确定是谁，先记姓名  {key}</translation>
        </message>
        <message>
            <source>Not sure yet: only the name is recorded</source>
            <translation>暂不确定是谁，只记姓名</translation>
        </message>
        <message>
            <source>Told apart by birth month, unit and post; of one name one must choose</source>
            <translation>按出生年月、单位和职务区分，同名必须选定</translation>
        </message>
        <message>
            <source>Write the name of the person</source>
            <translation>请填写姓名</translation>
        </message>
        <message>
            <source>no open case</source>
            <translation>无在办件</translation>
        </message>
        <message>
            <source>sounds alike</source>
            <translation>同音</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>共{count}人</translation>
        </message>
        <message>
            <source>{n} ended</source>
            <translation>已办{n}件</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>在办{n}件</translation>
        </message>
        <message>
            <source>{same} of this name</source>
            <translation>同名{same}人</translation>
        </message>
        <message>
            <source>{same} of this name, {sounding} that sound alike</source>
            <translation>同名{same}人，同音{sounding}人</translation>
        </message>
    </context>
    <context>
        <name>PhoneEdit</name>
        <message>
            <source>A mobile number has {most} digits; this has {count}</source>
            <translation>手机号应为{most}位，现为{count}位</translation>
        </message>
    </context>
    <context>
        <name>PreferenceRow</name>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>大</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>特大</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>最大</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
    </context>
    <context>
        <name>PreferencesPage</name>
        <message>
            <source>Enter goes to the next field; Ctrl+Enter saves</source>
            <translation>回车转到下一栏，Ctrl+Enter 保存</translation>
        </message>
        <message>
            <source>F12 hides the screen, Ctrl+L locks it; typed words are kept either way.</source>
            <translation>F12 遮屏，Ctrl+L 锁屏；已录入的内容均予暂存。</translation>
        </message>
        <message>
            <source>Lock without a key or click for</source>
            <translation>无操作自动锁屏</translation>
        </message>
        <message>
            <source>Look and language</source>
            <translation>外观和语言</translation>
        </message>
        <message>
            <source>Personal settings</source>
            <translation>个人设置</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <source>Typing</source>
            <translation>输入习惯</translation>
        </message>
        <message>
            <source>on this machine only</source>
            <translation>仅在本机有效</translation>
        </message>
        <message>
            <source>{count} minutes</source>
            <translation>{count}分钟</translation>
        </message>
    </context>
    <context>
        <name>PrintPreview</name>
        <message>
            <source>Print preview</source>
            <translation>打印预览</translation>
        </message>
    </context>
    <context>
        <name>ProgressRow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>PurposeDialog</name>
        <message>
            <source>Begin reading</source>
            <translation>开始查阅</translation>
        </message>
        <message>
            <source>In a few words</source>
            <translation>简要说明</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>查阅事由</translation>
        </message>
        <message>
            <source>Why do you read today?</source>
            <translation>请说明今日查阅事由</translation>
        </message>
        <message>
            <source>You may read: {scope}; received {period}</source>
            <translation>查阅范围：{scope}；收件时间{period}</translation>
        </message>
        <message>
            <source>{organ}, until {last}. Every question is logged with your name.</source>
            <translation>{organ}，查阅期限至{last}。每次查阅均记名留痕。</translation>
        </message>
    </context>
    <context>
        <name>QueryPage</name>
        <message>
            <source>Answer to a query</source>
            <translation>查询答复</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>In person, card shown and compared</source>
            <translation>本人当面持证查询，已核对</translation>
        </message>
        <message>
            <source>Last four digits of the telephone</source>
            <translation>登记电话后四位</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Number on the receipt</source>
            <translation>受理编号</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>The whole number, or as 2026-0387</source>
            <translation>填全号，或填2026-0387</translation>
        </message>
        <message>
            <source>These words only are told to the applicant</source>
            <translation>只告知下列用语，不告知其他内容</translation>
        </message>
        <message>
            <source>{number}, as of {day}</source>
            <translation>{number}　截至{day}</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Rooms</source>
            <translation>栏目</translation>
        </message>
    </context>
    <context>
        <name>RailModel</name>
        <message>
            <source>{0}, folded</source>
            <translation>{0}，已折叠</translation>
        </message>
        <message>
            <source>{0}, open</source>
            <translation>{0}，已展开</translation>
        </message>
        <message>
            <source>{name}: {count}</source>
            <translation>{name}：共{count}件</translation>
        </message>
        <message>
            <source>{name}: {overdue} overdue, {count} in all</source>
            <translation>{name}：逾期{overdue}件，共{count}件</translation>
        </message>
    </context>
    <context>
        <name>ReadingDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ReceptionPage</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Reception card</source>
            <translation>接待卡</translation>
        </message>
    </context>
    <context>
        <name>ReceptionPanel</name>
        <message>
            <source>A shift is to be taken over</source>
            <translation>有值班待接班</translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Receptions today</source>
            <translation>今日接访</translation>
        </message>
        <message>
            <source>{0} receives visitors</source>
            <translation>{0}接访</translation>
        </message>
        <message>
            <source>{0} to see {1}</source>
            <translation>{0}　约见{1}</translation>
        </message>
    </context>
    <context>
        <name>ReckoningCalendar</name>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>on</source>
            <translation>班</translation>
        </message>
        <message>
            <source>start</source>
            <translation>起</translation>
        </message>
    </context>
    <context>
        <name>RecordForm</name>
        <message>
            <source>Add one</source>
            <translation>加一条</translation>
        </message>
        <message>
            <source>Checked by the person</source>
            <translation>谈话对象确认</translation>
        </message>
        <message>
            <source>Difficulties to be solved</source>
            <translation>需帮助解决的问题</translation>
        </message>
        <message>
            <source>Kept {0}</source>
            <translation>已暂存 {0}</translation>
        </message>
        <message>
            <source>The record is written</source>
            <translation>记录已整理</translation>
        </message>
        <message>
            <source>What is said serves to care and help only; never for assessment, selection or checks</source>
            <translation>谈话内容只用于关心帮助干部，不作为考核、考察和核查的依据。</translation>
        </message>
        <message>
            <source>What was typed last time is back; please check it</source>
            <translation>上次未保存的内容已找回，请核对。</translation>
        </message>
    </context>
    <context>
        <name>RecordPapers</name>
        <message>
            <source>Care talk record</source>
            <translation>关爱谈话记录表</translation>
        </message>
        <message>
            <source>Copy without family and health</source>
            <translation>不含生活情况</translation>
        </message>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>Full copy, for talker and recorder</source>
            <translation>完整件（谈话人、记录人留存）</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Printed by talker and recorder</source>
            <translation>由谈话人、记录人打印。</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存：{0}</translation>
        </message>
    </context>
    <context>
        <name>RecordWords</name>
        <message>
            <source>Appeals and proposals</source>
            <translation>本人诉求和建议</translation>
        </message>
        <message>
            <source>Duties, difficulties, proposals</source>
            <translation>履职、困难、意见建议</translation>
        </message>
        <message>
            <source>Family, health, money, as far as told; only talker and recorder</source>
            <translation>家庭、身心、经济（本人愿意谈的）；只对谈话人和记录人开放</translation>
        </message>
        <message>
            <source>Life</source>
            <translation>生活情况</translation>
        </message>
        <message>
            <source>On work and organization; mood and worries</source>
            <translation>（一）对工作、对组织的认识（二）情绪和心结</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>一行一条</translation>
        </message>
        <message>
            <source>Policy explained, encouragement, demands; what was answered</source>
            <translation>政策解释、鼓励、要求；当场答复的事项</translation>
        </message>
        <message>
            <source>The talker's answer and plans</source>
            <translation>谈话人回应和工作打算</translation>
        </message>
        <message>
            <source>Thoughts</source>
            <translation>思想状况</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>工作情况</translation>
        </message>
    </context>
    <context>
        <name>RecountDialog</name>
        <message>
            <source>Recompute</source>
            <translation>重算</translation>
        </message>
        <message>
            <source>Recompute every running deadline</source>
            <translation>按现行规则和日历重算在办期限</translation>
        </message>
    </context>
    <context>
        <name>RecoverDialog</name>
        <message>
            <source>Both holders type their half; the deed is written into the key file log.</source>
            <translation>两名保管人各输入一页；本次操作记入密钥文件日志。</translation>
        </message>
        <message>
            <source>First half-sheet</source>
            <translation>应急恢复单第一页</translation>
        </message>
        <message>
            <source>Open the store</source>
            <translation>打开记录库</translation>
        </message>
        <message>
            <source>Open the store with the recovery sheet</source>
            <translation>用应急恢复单打开记录库</translation>
        </message>
        <message>
            <source>Second half-sheet</source>
            <translation>应急恢复单第二页</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>本人口令</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Confirm and delete the files</source>
            <translation>核对并删除文件</translation>
        </message>
        <message>
            <source>Confirm the recovery sheet</source>
            <translation>核对应急恢复单</translation>
        </message>
        <message>
            <source>First half-sheet</source>
            <translation>应急恢复单第一页</translation>
        </message>
        <message>
            <source>Print or copy the two half-sheets, give each to another holder, and type both back. The files {first} and {second} are deleted then.</source>
            <translation>请将两页恢复单打印或抄录，交两人分别保管，并各输入一遍。核对无误后，文件{first}、{second}即删除。</translation>
        </message>
        <message>
            <source>Second half-sheet</source>
            <translation>应急恢复单第二页</translation>
        </message>
    </context>
    <context>
        <name>RegisterFlow</name>
        <message>
            <source>Could not be written: {0}</source>
            <translation>未能写入：{0}</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Workbook (*.xlsx)</source>
            <translation>工作簿 (*.xlsx)</translation>
        </message>
    </context>
    <context>
        <name>RemedyPanel</name>
        <message>
            <source>Own ways of: {kind}</source>
            <translation>本人救济途径（{kind}）</translation>
        </message>
        <message>
            <source>at any time</source>
            <translation>不受时限限制</translation>
        </message>
        <message>
            <source>ended on {day}</source>
            <translation>已于{day}届满</translation>
        </message>
        <message>
            <source>period not known, left blank</source>
            <translation>期限待核，留空</translation>
        </message>
        <message>
            <source>until {day}, {n} days left</source>
            <translation>至{day}，剩{n}日</translation>
        </message>
        <message>
            <source>within {term} of {start}</source>
            <translation>{start}{term}内</translation>
        </message>
        <message>
            <source>{day} (provisional)</source>
            <translation>{day}（暂定）</translation>
        </message>
    </context>
    <context>
        <name>RightsPage</name>
        <message>
            <source>Change the reach</source>
            <translation>调整范围</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>调整记录</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Give a right</source>
            <translation>增加权限</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Proposed; the head of the center confirms it</source>
            <translation>已提出，由中心负责人确认</translation>
        </message>
        <message>
            <source>Reach</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>理由：{reason}</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限设置</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Role and right</source>
            <translation>角色和权限</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>The head of the center confirms it.</source>
            <translation>由中心负责人确认后生效。</translation>
        </message>
        <message>
            <source>The head of the center confirms it. Rights that a role must never have are not offered.</source>
            <translation>由中心负责人确认后生效。角色不得具有的权限不在选项之内。</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>调整为</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>原范围</translation>
        </message>
        <message>
            <source>a change holds at everybody's next question</source>
            <translation>确认后即时生效</translation>
        </message>
        <message>
            <source>not given</source>
            <translation>未授予</translation>
        </message>
        <message>
            <source>stays with the role</source>
            <translation>固定权限</translation>
        </message>
        <message>
            <source>take the right away</source>
            <translation>取消该权限</translation>
        </message>
        <message>
            <source>{count} changes, {waiting} to be confirmed</source>
            <translation>共{count}项，待确认{waiting}项</translation>
        </message>
        <message>
            <source>{count} rights</source>
            <translation>共{count}项权限</translation>
        </message>
        <message>
            <source>{role}: {right}, {old} → {new}</source>
            <translation>{role}：{right}，{old} → {new}</translation>
        </message>
    </context>
    <context>
        <name>RuleDialog</name>
        <message>
            <source>In use: clocks start by themselves</source>
            <translation>启用：自动起算</translation>
        </message>
        <message>
            <source>Length ({unit})</source>
            <translation>长度（{unit}）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What would move?</source>
            <translation>预览变动</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Deadline rules</source>
            <translation>时限规则</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>性质</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <source>Saved; {count} running deadlines moved</source>
            <translation>已保存，{count}个在办期限有变动</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据可信度</translation>
        </message>
        <message>
            <source>Switch off: {group}</source>
            <translation>停用：{group}</translation>
        </message>
        <message>
            <source>Switch on: {group}</source>
            <translation>启用：{group}</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>statutory lengths are set by law</source>
            <translation>法定时限的长度由法律规定</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{count} rules, {internal} of them internal</source>
            <translation>{count}条规则，其中内部时限{internal}条</translation>
        </message>
    </context>
    <context>
        <name>Scopes</name>
        <message>
            <source>own cases</source>
            <translation>本人经手</translation>
        </message>
        <message>
            <source>own department</source>
            <translation>本部门</translation>
        </message>
        <message>
            <source>registered here</source>
            <translation>本台登记</translation>
        </message>
        <message>
            <source>whole center</source>
            <translation>全中心</translation>
        </message>
    </context>
    <context>
        <name>SealDialog</name>
        <message>
            <source>Give the store key</source>
            <translation>开通记录库</translation>
        </message>
        <message>
            <source>Give {name} the store key</source>
            <translation>为{name}开通记录库</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Role: {role}. Officers and leaders belong to a unit</source>
            <translation>角色：{role}。经办人和部门负责人须选单位</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>the center itself</source>
            <translation>中心本身</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Search in: {scope}</source>
            <translation>查询范围：{scope}</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation>办理期限</translation>
        </message>
        <message>
            <source>Dates that will start</source>
            <translation>登记后产生的期限</translation>
        </message>
        <message>
            <source>For the visitor</source>
            <translation>交给来访人</translation>
        </message>
        <message>
            <source>Own limit</source>
            <translation>内部时限</translation>
        </message>
        <message>
            <source>Print a guidance slip</source>
            <translation>打印指引单</translation>
        </message>
        <message>
            <source>Print at once</source>
            <translation>随即打印</translation>
        </message>
        <message>
            <source>Receipt (half A4, names no matter)</source>
            <translation>收件回执（半张A4，不写事由）</translation>
        </message>
        <message>
            <source>Statutory</source>
            <translation>法定时限</translation>
        </message>
        <message>
            <source>Vertically managed: it can be registered, but only be redirected to the superior</source>
            <translation>垂管单位人员：可以登记，只能引导至其主管部门。</translation>
        </message>
        <message>
            <source>calendar days</source>
            <translation>自然日</translation>
        </message>
        <message>
            <source>fixed when it is accepted under a procedure</source>
            <translation>受理时选定办理程序后确定</translation>
        </message>
        <message>
            <source>from receipt on {day}, that day not counted</source>
            <translation>自收到日{day}起，当日不计</translation>
        </message>
        <message>
            <source>moved on from a rest day</source>
            <translation>遇休息日顺延</translation>
        </message>
        <message>
            <source>not started</source>
            <translation>未起算</translation>
        </message>
        <message>
            <source>same name</source>
            <translation>同名</translation>
        </message>
        <message>
            <source>same person</source>
            <translation>同一人</translation>
        </message>
        <message>
            <source>same text</source>
            <translation>内容相同</translation>
        </message>
        <message>
            <source>same unit</source>
            <translation>同单位</translation>
        </message>
        <message>
            <source>similar text</source>
            <translation>诉求相近</translation>
        </message>
        <message>
            <source>skips the weekend of {days}</source>
            <translation>跳过{days}日周末</translation>
        </message>
        <message>
            <source>skips {names}</source>
            <translation>跳过{names}</translation>
        </message>
        <message>
            <source>sounds alike</source>
            <translation>同音</translation>
        </message>
        <message>
            <source>statutory or own</source>
            <translation>法定或内部</translation>
        </message>
        <message>
            <source>{due} (provisional)</source>
            <translation>{due}（暂定）</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n}日</translation>
        </message>
        <message>
            <source>{n} working days</source>
            <translation>{n}个工作日</translation>
        </message>
    </context>
    <context>
        <name>SlipDialog</name>
        <message>
            <source>Closed by</source>
            <translation>月结人</translation>
        </message>
        <message>
            <source>Closing slip</source>
            <translation>月结单</translation>
        </message>
        <message>
            <source>Cut-off</source>
            <translation>数据截止时间</translation>
        </message>
        <message>
            <source>Head of the audit chain</source>
            <translation>日志链头</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>统计期间</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>审签人</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>{start}至{end}</translation>
        </message>
    </context>
    <context>
        <name>StaffDeeds</name>
        <message>
            <source>Absent</source>
            <translation>不在岗人员</translation>
        </message>
        <message>
            <source>Another person only at the wish of a party or of the organ</source>
            <translation>为他人提出的，须是当事人申请或者单位提出</translation>
        </message>
        <message>
            <source>Arrange a substitute</source>
            <translation>指定代办人</translation>
        </message>
        <message>
            <source>Arranged</source>
            <translation>已安排</translation>
        </message>
        <message>
            <source>Ask for recusal</source>
            <translation>申请回避</translation>
        </message>
        <message>
            <source>Ask for recusal · {0}</source>
            <translation>申请回避 · {0}</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>提出方</translation>
        </message>
        <message>
            <source>Asked by {0} on {1}</source>
            <translation>{0}于{1}提出</translation>
        </message>
        <message>
            <source>Asked; somebody else decides it</source>
            <translation>已提出，由他人决定</translation>
        </message>
        <message>
            <source>Cases, talks, notes, drafts and decisions are counted by the program; paper originals and things are typed.</source>
            <translation>在办件、谈话、暂存件、草稿和待批事项由系统清点；纸质原件和物品请手工填写。</translation>
        </message>
        <message>
            <source>Count again · {0}</source>
            <translation>重新清点 · {0}</translation>
        </message>
        <message>
            <source>Counted again</source>
            <translation>已重新清点</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decide the recusal · {0}</source>
            <translation>决定回避 · {0}</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>已决定</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decisions go over</source>
            <translation>批办事项一并代办</translation>
        </message>
        <message>
            <source>Discard the list {0}?</source>
            <translation>作废移交清单{0}？</translation>
        </message>
        <message>
            <source>Discarded</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>End the substitution of {0} by {1}?</source>
            <translation>提前结束{1}代{0}办理？</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Hand over the work of {0}</source>
            <translation>办理{0}的工作交接</translation>
        </message>
        <message>
            <source>Handling goes over</source>
            <translation>承办事项代办</translation>
        </message>
        <message>
            <source>I myself</source>
            <translation>本人</translation>
        </message>
        <message>
            <source>In a few words</source>
            <translation>简要说明</translation>
        </message>
        <message>
            <source>Last day of the account, for a loan or secondment</source>
            <translation>账号到期日（借调、挂职）</translation>
        </message>
        <message>
            <source>Left empty, the account is closed when the work is handed over</source>
            <translation>不填的，办理交接时即注销账号</translation>
        </message>
        <message>
            <source>Lift the recusal of {0} · {1}</source>
            <translation>解除{0}的回避 · {1}</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>已解除</translation>
        </message>
        <message>
            <source>List the work of a colleague</source>
            <translation>列出工作移交清单</translation>
        </message>
        <message>
            <source>Listed: print it for the three signatures</source>
            <translation>清单已列出，请打印后由三方签字</translation>
        </message>
        <message>
            <source>May read what was said in the talk</source>
            <translation>可以查阅谈话内容</translation>
        </message>
        <message>
            <source>Media, seals, keys, one a line</source>
            <translation>介质、印章、钥匙，每行一项</translation>
        </message>
        <message>
            <source>Nothing was handed over; the number stays used.</source>
            <translation>未办理交接，编号不再使用。</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Paper originals, one a line: number, pages, place</source>
            <translation>纸质原件，每行一项：件号、页数、存放处</translation>
        </message>
        <message>
            <source>Pass on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Pass to a colleague · {0}</source>
            <translation>转交他人办理 · {0}</translation>
        </message>
        <message>
            <source>Passed on</source>
            <translation>已转交</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签字日期</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>代办人</translation>
        </message>
        <message>
            <source>Successor</source>
            <translation>接办人</translation>
        </message>
        <message>
            <source>Successor as {0}</source>
            <translation>接办人（{0}）</translation>
        </message>
        <message>
            <source>Supervised by</source>
            <translation>监交人</translation>
        </message>
        <message>
            <source>The person holds no running role on this case.</source>
            <translation>该同志在本件没有正在承担的工作。</translation>
        </message>
        <message>
            <source>The person sees the case again at once.</source>
            <translation>解除后该同志即可查看本件。</translation>
        </message>
        <message>
            <source>The person stays here and keeps the account</source>
            <translation>本单位岗位调整，保留账号</translation>
        </message>
        <message>
            <source>The place is lost at once; what was done stays as it was done.</source>
            <translation>立即停止代办，已办事项不变。</translation>
        </message>
        <message>
            <source>The substitute takes the place by his own choice; every line then names both. Nobody decides what he or the absent person proposed. It ends by its day.</source>
            <translation>代办人自行选择代办，办理记录同时写明两人姓名；本人和不在岗人员提出的事项不得自行批准；到期自动结束。</translation>
        </message>
        <message>
            <source>The successor may read the talks that were held</source>
            <translation>接交人可以查阅已谈话内容</translation>
        </message>
        <message>
            <source>The third who signed: neither the giver nor the taker</source>
            <translation>第三方签字人，不能是移交人或者接交人</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Until it is decided the person reads the case but does not act; once it is decided the case is gone for him.</source>
            <translation>决定前可以查看，不得办理；决定回避后不再显示本件。</translation>
        </message>
        <message>
            <source>Who hands over</source>
            <translation>移交人</translation>
        </message>
        <message>
            <source>Who steps back</source>
            <translation>回避人员</translation>
        </message>
        <message>
            <source>Who takes over</source>
            <translation>接交人</translation>
        </message>
        <message>
            <source>handler</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>nobody yet: stands vacant</source>
            <translation>暂不指定，列入待补</translation>
        </message>
        <message>
            <source>recorder</source>
            <translation>记录人</translation>
        </message>
        <message>
            <source>same name as the person</source>
            <translation>同名</translation>
        </message>
        <message>
            <source>same unit as the person</source>
            <translation>同单位</translation>
        </message>
        <message>
            <source>steps back himself</source>
            <translation>本人也须回避</translation>
        </message>
        <message>
            <source>talker</source>
            <translation>谈话人</translation>
        </message>
        <message>
            <source>{count} things go to {name} in one step; this cannot be taken back.</source>
            <translation>共{count}项一次移交给{name}，办理后不能撤回。</translation>
        </message>
        <message>
            <source>{handed} handed over, {vacant} stand vacant</source>
            <translation>已移交{handed}项，待补{vacant}项</translation>
        </message>
        <message>
            <source>{name}: {reason} {words}</source>
            <translation>{name}：{reason}　{words}</translation>
        </message>
        <message>
            <source>{role}, until now {name}</source>
            <translation>{role}，原为{name}</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>Absent</source>
            <translation>不在岗人员</translation>
        </message>
        <message>
            <source>Arranged by</source>
            <translation>安排人</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>诉求件</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>起止日期</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Hands over</source>
            <translation>移交人</translation>
        </message>
        <message>
            <source>Listed on</source>
            <translation>清点日期</translation>
        </message>
        <message>
            <source>Matter</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Pass on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Posts and recusals</source>
            <translation>岗位与回避</translation>
        </message>
        <message>
            <source>Print the list</source>
            <translation>打印清单</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Recusals</source>
            <translation>回避</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>承担工作</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签字日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>代办人</translation>
        </message>
        <message>
            <source>Substitutes</source>
            <translation>代办</translation>
        </message>
        <message>
            <source>Supervised by</source>
            <translation>监交人</translation>
        </message>
        <message>
            <source>Takes over</source>
            <translation>接交人</translation>
        </message>
        <message>
            <source>The log-in is closed; the history keeps the name</source>
            <translation>账号已注销，办理记录保留姓名</translation>
        </message>
        <message>
            <source>Things</source>
            <translation>项数</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>原承担人</translation>
        </message>
        <message>
            <source>Vacant roles</source>
            <translation>待补岗位</translation>
        </message>
        <message>
            <source>What goes over</source>
            <translation>代办事项</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Work handed over</source>
            <translation>工作交接</translation>
        </message>
        <message>
            <source>decisions</source>
            <translation>批办</translation>
        </message>
        <message>
            <source>handling</source>
            <translation>承办</translation>
        </message>
        <message>
            <source>now</source>
            <translation>代办中</translation>
        </message>
        <message>
            <source>over</source>
            <translation>已到期</translation>
        </message>
        <message>
            <source>the center</source>
            <translation>本中心</translation>
        </message>
        <message>
            <source>{count} arrangements, {running} today</source>
            <translation>共{count}项安排，今日代办{running}项</translation>
        </message>
        <message>
            <source>{count} lists, {listed} to be signed</source>
            <translation>共{count}份清单，待签字{listed}份</translation>
        </message>
        <message>
            <source>{count} recusals, {waiting} to be decided</source>
            <translation>共{count}项，待决定{waiting}项</translation>
        </message>
        <message>
            <source>{count} roles whose holder is recused, asked to be, or has left</source>
            <translation>共{count}项，因承担人回避或者离岗待补</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message>
            <source>A click on a figure opens its list</source>
            <translation>点数字看清单</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>按诉求类别</translation>
        </message>
        <message>
            <source>By handling unit</source>
            <translation>按承办单位</translation>
        </message>
        <message>
            <source>Circular</source>
            <translation>通报版</translation>
        </message>
        <message>
            <source>Close it after the leader has signed the report</source>
            <translation>领导审签后再月结，月结后数字不再变动。</translation>
        </message>
        <message>
            <source>Close month</source>
            <translation>月结</translation>
        </message>
        <message>
            <source>Closed by {name} after signature, cut-off {moment}. The figures stay; {count} later corrections are told apart.</source>
            <translation>领导审签后由{name}月结，数据截止{moment}，数字不再变动。此后{count}处更正另列，不改本表。</translation>
        </message>
        <message>
            <source>Closing slip</source>
            <translation>月结单</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>看更正</translation>
        </message>
        <message>
            <source>Definitions</source>
            <translation>统计口径</translation>
        </message>
        <message>
            <source>From answer to clearing</source>
            <translation>澄清漏斗</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>呈阅版</translation>
        </message>
        <message>
            <source>Make the report</source>
            <translation>生成月报</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上一月</translation>
        </message>
        <message>
            <source>Monthly report</source>
            <translation>统计月报</translation>
        </message>
        <message>
            <source>Months of the year</source>
            <translation>月度趋势</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下一月</translation>
        </message>
        <message>
            <source>No case that you may open stands behind this figure</source>
            <translation>此数字没有可打开的件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>期末在办</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>统计期间</translation>
        </message>
        <message>
            <source>Public</source>
            <translation>对外版</translation>
        </message>
        <message>
            <source>Saved: {files}</source>
            <translation>已保存：{files}</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>月报文字</translation>
        </message>
        <message>
            <source>The month is closed</source>
            <translation>已月结</translation>
        </message>
        <message>
            <source>The text is saved</source>
            <translation>月报文字已保存</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Whole year</source>
            <translation>年报</translation>
        </message>
        <message>
            <source>Year so far</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>accepted {count} cases; the circular hides small numbers</source>
            <translation>受理{count}件；通报版中小数以＊代替，附注说明</translation>
        </message>
        <message>
            <source>cases, by day of acceptance and of answer</source>
            <translation>件，按受理日和答复日</translation>
        </message>
        <message>
            <source>cases, by day of each step</source>
            <translation>件，按各步骤办理日期</translation>
        </message>
        <message>
            <source>cases, taken over / handled, in the order of units, no ranking</source>
            <translation>件，转入 / 办结，按单位序，不作排名</translation>
        </message>
        <message>
            <source>handled</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>转入</translation>
        </message>
        <message>
            <source>{count} figures corrected since the closing</source>
            <translation>月结后更正{count}处，记入下期附表6</translation>
        </message>
        <message>
            <source>{month} is closed</source>
            <translation>{month}已月结</translation>
        </message>
        <message>
            <source>{month} is not closed yet</source>
            <translation>{month}尚未月结</translation>
        </message>
        <message>
            <source>{month}: accepted {accepted}, handled {handled}, open {open}</source>
            <translation>{month}：受理{accepted}，办结{handled}，期末在办{open}</translation>
        </message>
        <message>
            <source>{month}: {label}</source>
            <translation>{month}：{label}</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>All saved {time}</source>
            <translation>已全部保存 {time}</translation>
        </message>
        <message>
            <source>Backup {when}, compared</source>
            <translation>备份 {when}，已校验</translation>
        </message>
        <message>
            <source>Draft kept {time}</source>
            <translation>已暂存 {time}</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>内部</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>No state secrets in this system</source>
            <translation>本系统不处理国家秘密</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>未能保存</translation>
        </message>
        <message>
            <source>Nothing unsaved</source>
            <translation>没有未保存的内容</translation>
        </message>
        <message>
            <source>Recovery sheet unconfirmed</source>
            <translation>应急恢复单未确认</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>The demonstration needs no backup</source>
            <translation>演示库不备份</translation>
        </message>
        <message>
            <source>The last backup failed</source>
            <translation>上次备份未完成</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>ahead</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已办</translation>
        </message>
        <message>
            <source>now</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>被退回</translation>
        </message>
    </context>
    <context>
        <name>StorePanel</name>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Joint office for cadres' appeals</source>
            <translation>干部诉求联合受理</translation>
        </message>
        <message>
            <source>No state secrets in this system.
Of secret papers register only “kept apart, number …”.</source>
            <translation>本系统不处理国家秘密。
涉密纸质材料只登记“另存，登记号”。</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>应急恢复单</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>恢复演练</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>记录库</translation>
        </message>
        <message>
            <source>a demo needs none</source>
            <translation>演示库不备份</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>not yet held</source>
            <translation>尚未进行</translation>
        </message>
        <message>
            <source>on this machine, encrypted</source>
            <translation>本机，已加密</translation>
        </message>
        <message>
            <source>the last one failed; back up at once</source>
            <translation>上次未完成，请立即备份</translation>
        </message>
        <message>
            <source>unconfirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>{when}, not the same</source>
            <translation>{when}，不一致</translation>
        </message>
        <message>
            <source>{when}, opened and compared</source>
            <translation>{when}，已打开核对</translation>
        </message>
        <message>
            <source>{when}, the same</source>
            <translation>{when}，一致</translation>
        </message>
        <message>
            <source>{when}, too old</source>
            <translation>{when}，已过期</translation>
        </message>
    </context>
    <context>
        <name>TalkCardPage</name>
        <message>
            <source>Approval</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Arranged</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>Arranged for</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>Cancelled because</source>
            <translation>取消理由</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>工作、思想、生活变化</translation>
        </message>
        <message>
            <source>Checked by the person</source>
            <translation>谈话对象确认</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>了结</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>结论和打算</translation>
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
            <source>Copy the invitation</source>
            <translation>复制邀约</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>计数</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>办理过程</translation>
        </message>
        <message>
            <source>Deadlines</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Difficulties</source>
            <translation>困难问题</translation>
        </message>
        <message>
            <source>Difficulties are still open</source>
            <translation>还有困难问题未落实</translation>
        </message>
        <message>
            <source>Entered by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Explained</source>
            <translation>已说明</translation>
        </message>
        <message>
            <source>Family and health are read by talker and recorder alone</source>
            <translation>生活情况只对谈话人和记录人开放。</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>扫描件和材料</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>已谈</translation>
        </message>
        <message>
            <source>How</source>
            <translation>谈话方式</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀约</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>关联件</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>No. {0} with this person</source>
            <translation>第{0}次</translation>
        </message>
        <message>
            <source>Nobody has opened it yet</source>
            <translation>暂无查阅记录</translation>
        </message>
        <message>
            <source>Once time, place and talker are arranged</source>
            <translation>约定时间、地点和谈话人后生成。</translation>
        </message>
        <message>
            <source>One wording for every talk</source>
            <translation>各类谈话的邀约用语一致。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未落实</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>查阅记录</translation>
        </message>
        <message>
            <source>Others in the room</source>
            <translation>参加人</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>谈话地点</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>列入计划</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>落实情况</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record on paper</source>
            <translation>关爱谈话记录表</translation>
        </message>
        <message>
            <source>Recorder</source>
            <translation>记录人</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>回访结果</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>已解决</translation>
        </message>
        <message>
            <source>Talk</source>
            <translation>谈话情况</translation>
        </message>
        <message>
            <source>Talk held</source>
            <translation>谈话</translation>
        </message>
        <message>
            <source>Talker</source>
            <translation>谈话人</translation>
        </message>
        <message>
            <source>The talk</source>
            <translation>谈话</translation>
        </message>
        <message>
            <source>To be compared with paper</source>
            <translation>待核对代录</translation>
        </message>
        <message>
            <source>To be written</source>
            <translation>待整理</translation>
        </message>
        <message>
            <source>To visit</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Visited</source>
            <translation>已回访</translation>
        </message>
        <message>
            <source>Visited on</source>
            <translation>回访日期</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>What is said serves to care and help only; never for assessment, selection or checks</source>
            <translation>谈话内容只用于关心帮助干部，不作为考核、考察和核查的依据。</translation>
        </message>
        <message>
            <source>What was said is read by talker and recorder</source>
            <translation>谈话内容只对谈话人和记录人开放。</translation>
        </message>
        <message>
            <source>Write the record</source>
            <translation>整理记录</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>已整理</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} person-times</source>
            <translation>{0}人次</translation>
        </message>
        <message>
            <source>{n} of {m} open</source>
            <translation>{m}个中{n}个未落实</translation>
        </message>
    </context>
    <context>
        <name>TalkDeeds</name>
        <message>
            <source>As 9:30</source>
            <translation>如9:30</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Checked by the person</source>
            <translation>谈话对象确认</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Difficulty</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>From paper only date, persons and to-dos are recorded, never what was said</source>
            <translation>代录只记日期、人员和待办，不录谈话内容。</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>How work, thoughts and life changed</source>
            <translation>工作、思想、生活变化</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>Nothing but the wish leaves the talk; the form is filled, not yet saved</source>
            <translation>除本人诉求外，谈话内容不转出；登记表已填入，尚未保存。</translation>
        </message>
        <message>
            <source>One person, one talk is one person-time, whoever else is there</source>
            <translation>谈一人一次计1人次，不论另有何人在场。</translation>
        </message>
        <message>
            <source>Persons talked with</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Read by talker and recorder</source>
            <translation>只对谈话人和记录人开放。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason for the correction</source>
            <translation>更正理由</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>The former words stay in the trail</source>
            <translation>原内容留存于日志。</translation>
        </message>
        <message>
            <source>The head of the center decides</source>
            <translation>由中心负责人审批。</translation>
        </message>
        <message>
            <source>The head of the center decides; every difficulty is solved or explained</source>
            <translation>由中心负责人审批；困难问题须逐项解决或说明。</translation>
        </message>
        <message>
            <source>The internal limit if left empty</source>
            <translation>留空则按内部时限。</translation>
        </message>
        <message>
            <source>The invitation has one wording for every talk</source>
            <translation>各类谈话的邀约用语一致。</translation>
        </message>
        <message>
            <source>The person agreed</source>
            <translation>本人同意</translation>
        </message>
        <message>
            <source>The person's own words</source>
            <translation>本人所述</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Turn into</source>
            <translation>转为</translation>
        </message>
        <message>
            <source>Unit that solves it</source>
            <translation>责任单位</translation>
        </message>
        <message>
            <source>Visit by</source>
            <translation>回访时间</translation>
        </message>
        <message>
            <source>Who solves it</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Who visits</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>an appeal</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>an application to be cleared</source>
            <translation>澄清申请</translation>
        </message>
    </context>
    <context>
        <name>TalkFirstFlow</name>
        <message>
            <source>Keep, and talk</source>
            <translation>保存并接谈</translation>
        </message>
        <message>
            <source>Kept as {0}. Visit again before {1}</source>
            <translation>已保存为{0}，请于{1}前回访。</translation>
        </message>
        <message>
            <source>Kept as {0}; the appeal can be typed later</source>
            <translation>已保存为{0}，诉求可稍后登记。</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>程度</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>One line</source>
            <translation>一句话</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Talk first</source>
            <translation>先接谈</translation>
        </message>
        <message>
            <source>Talker</source>
            <translation>接谈人</translation>
        </message>
        <message>
            <source>The office's card</source>
            <translation>接待卡</translation>
        </message>
        <message>
            <source>What the visit is about; nothing on health here</source>
            <translation>只记来意，不写身心情况</translation>
        </message>
        <message>
            <source>With him</source>
            <translation>陪同人</translation>
        </message>
    </context>
    <context>
        <name>TalkOpenings</name>
        <message>
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <source>As 9:30</source>
            <translation>如9:30</translation>
        </message>
        <message>
            <source>Asked for by</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>From paper only date, persons and to-dos are recorded</source>
            <translation>代录只记日期、人员和待办，不录谈话内容。</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Lists show talks planned by hand as heart-to-heart talks</source>
            <translation>思想波动、本人约谈等，名单和邀约中只显示“谈心谈话”。</translation>
        </message>
        <message>
            <source>No talk</source>
            <translation>不谈</translation>
        </message>
        <message>
            <source>No talk with {0}</source>
            <translation>不与{0}谈话</translation>
        </message>
        <message>
            <source>One person, one talk is one person-time, whoever else is there</source>
            <translation>谈一人一次计1人次，不论另有何人在场。</translation>
        </message>
        <message>
            <source>Person to talk with</source>
            <translation>谈话对象</translation>
        </message>
        <message>
            <source>Persons talked with</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Saved. Number {0}</source>
            <translation>已保存。编号：{0}</translation>
        </message>
        <message>
            <source>Talk with {0}</source>
            <translation>与{0}谈话</translation>
        </message>
        <message>
            <source>The plan's limit runs from today</source>
            <translation>谈话期限自今日起算。</translation>
        </message>
        <message>
            <source>To</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>What brings it about</source>
            <translation>谈话事由</translation>
        </message>
        <message>
            <source>{trigger}, from {number}. The plan's limit runs from today</source>
            <translation>事由：{trigger}，来自{number}。谈话期限自今日起算。</translation>
        </message>
    </context>
    <context>
        <name>TasksPanel</name>
        <message>
            <source>Accounts and rights</source>
            <translation>账号与权限</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>日志查询</translation>
        </message>
        <message>
            <source>Backup and restore</source>
            <translation>备份恢复</translation>
        </message>
        <message>
            <source>Code lists</source>
            <translation>代码维护</translation>
        </message>
        <message>
            <source>Deadline rules</source>
            <translation>时限规则</translation>
        </message>
        <message>
            <source>My tasks</source>
            <translation>本岗位办理事项</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>中心设置</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Working calendar</source>
            <translation>工作日历</translation>
        </message>
    </context>
    <context>
        <name>TemplatesPage</name>
        <message>
            <source>Back to the shipped one</source>
            <translation>恢复原版</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>校验值</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起用日期</translation>
        </message>
        <message>
            <source>From today on; the office's own versions stay in the record</source>
            <translation>自今日起用原版，本单位的版本仍留存</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>恢复原版</translation>
        </message>
        <message>
            <source>Go back to the shipped template of “{0}”</source>
            <translation>恢复“{0}”的原版模板</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Letter templates</source>
            <translation>文书模板</translation>
        </message>
        <message>
            <source>Letters already made keep the template they were made from</source>
            <translation>已制作的文书仍用当时的模板</translation>
        </message>
        <message>
            <source>Own versions</source>
            <translation>自有版本</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>更换</translation>
        </message>
        <message>
            <source>Replace the template of “{0}”</source>
            <translation>更换“{0}”的模板</translation>
        </message>
        <message>
            <source>Replaced on</source>
            <translation>将更换</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存一份</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为{0}</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>原版</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <source>The office's own</source>
            <translation>本单位</translation>
        </message>
        <message>
            <source>Word documents (*.docx)</source>
            <translation>Word文档 (*.docx)</translation>
        </message>
        <message>
            <source>{0} letters, {1} from the office's own templates</source>
            <translation>文书{0}种，用本单位模板{1}种</translation>
        </message>
        <message>
            <source>{0}: a missing or unknown field is refused</source>
            <translation>{0}：缺少必需字段或有未知字段的不予采用</translation>
        </message>
    </context>
    <context>
        <name>TextArea</name>
        <message>
            <source>At most {most} characters; this has {count}</source>
            <translation>应在{most}字以内，现为{count}字</translation>
        </message>
    </context>
    <context>
        <name>TimeEdit</name>
        <message>
            <source>9:30 or 930</source>
            <translation>9:30或930</translation>
        </message>
        <message>
            <source>Write the time as 9:05 or 905</source>
            <translation>请按9:05或905填写时间</translation>
        </message>
        <message>
            <source>Write the time as 9:30 or 930</source>
            <translation>时间写作9:30或930</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>What happened</source>
            <translation>办理过程</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Hide</source>
            <translation>遮屏</translation>
        </message>
        <message>
            <source>Hide screen</source>
            <translation>遮屏</translation>
        </message>
        <message>
            <source>Lock screen</source>
            <translation>锁屏</translation>
        </message>
        <message>
            <source>Lock screen (Ctrl+L)</source>
            <translation>锁屏（Ctrl+L）</translation>
        </message>
        <message>
            <source>Name, unit, number or any words; OR and -word work too</source>
            <translation>姓名、单位、编号、正文；可用 OR 和 -词</translation>
        </message>
        <message>
            <source>Register an appeal</source>
            <translation>登记诉求</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Zhengming</source>
            <translation>正名</translation>
        </message>
    </context>
    <context>
        <name>TrackWords</name>
        <message>
            <source>After this conclusion a name is not cleared</source>
            <translation>该结论不属澄清情形</translation>
        </message>
        <message>
            <source>Agreed: {0}</source>
            <translation>同意：{0}</translation>
        </message>
        <message>
            <source>Assess</source>
            <translation>评估</translation>
        </message>
        <message>
            <source>Clearing the name</source>
            <translation>予以澄清</translation>
        </message>
        <message>
            <source>Contents read</source>
            <translation>查阅谈话内容</translation>
        </message>
        <message>
            <source>Correct the record</source>
            <translation>更正记录</translation>
        </message>
        <message>
            <source>Decision asked: {0}</source>
            <translation>送批：{0}</translation>
        </message>
        <message>
            <source>Difficulties are still open</source>
            <translation>还有困难问题未落实</translation>
        </message>
        <message>
            <source>Difficulty explained</source>
            <translation>登记说明</translation>
        </message>
        <message>
            <source>Difficulty solved</source>
            <translation>登记解决</translation>
        </message>
        <message>
            <source>Disagreed: {0}</source>
            <translation>不同意：{0}</translation>
        </message>
        <message>
            <source>Effect and scope are not assessed</source>
            <translation>尚未评估影响和范围</translation>
        </message>
        <message>
            <source>Nobody is named to hold the talk</source>
            <translation>尚未确定谈话人</translation>
        </message>
        <message>
            <source>Record the person's opinion</source>
            <translation>登记本人意见</translation>
        </message>
        <message>
            <source>Returned: {0}</source>
            <translation>退回修改：{0}</translation>
        </message>
        <message>
            <source>The person's opinion is not recorded</source>
            <translation>送审批：还差本人意见</translation>
        </message>
        <message>
            <source>The written conclusion of the competent organ is not recorded</source>
            <translation>尚未登记有权机关的书面结论，不能送批。</translation>
        </message>
        <message>
            <source>Waits for the decision: {0}</source>
            <translation>待审批：{0}</translation>
        </message>
        <message>
            <source>Who may read it</source>
            <translation>调整知悉范围</translation>
        </message>
    </context>
    <context>
        <name>TrailPage</name>
        <message>
            <source>Administrators only</source>
            <translation>只看管理员</translation>
        </message>
        <message>
            <source>After</source>
            <translation>下一条</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>上一条</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>变动栏目</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Deed</source>
            <translation>动作</translation>
        </message>
        <message>
            <source>Entry {number}</source>
            <translation>第{number}条</translation>
        </message>
        <message>
            <source>Hide looks</source>
            <translation>隐藏例行查看</translation>
        </message>
        <message>
            <source>Latest looks at the same case</source>
            <translation>同一对象最近的读取</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>链值</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Stop work, keep the backups and tell the head of the center</source>
            <translation>请停止使用，保留备份，并告知中心负责人</translation>
        </message>
        <message>
            <source>The trail breaks at entry {number}</source>
            <translation>日志在第{number}条处不连续</translation>
        </message>
        <message>
            <source>The trail holds.</source>
            <translation>校验通过</translation>
        </message>
        <message>
            <source>This entry</source>
            <translation>本条</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Trail</source>
            <translation>日志查询</translation>
        </message>
        <message>
            <source>Verify the trail</source>
            <translation>校验日志</translation>
        </message>
        <message>
            <source>end of the chain {head}</source>
            <translation>链尾 {head}</translation>
        </message>
        <message>
            <source>hidden from the auditor</source>
            <translation>对审计员隐藏</translation>
        </message>
        <message>
            <source>read only, without contents of cases</source>
            <translation>只读，不含诉求内容</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>{count} columns</source>
            <translation>{count}个栏目</translation>
        </message>
        <message>
            <source>{count} entries form one chain; none changed, removed or reordered</source>
            <translation>{count}条连成一条链，没有改动、删除或错序。</translation>
        </message>
        <message>
            <source>{count} entries, {shown} shown</source>
            <translation>共{count}条，显示{shown}条</translation>
        </message>
        <message>
            <source>{time} (Beijing)</source>
            <translation>{time}（北京时间）</translation>
        </message>
    </context>
    <context>
        <name>TransferPage</name>
        <message>
            <source>; suggested: {0}</source>
            <translation>；建议转{0}</translation>
        </message>
        <message>
            <source>Appellant</source>
            <translation>诉求人</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Handled by</source>
            <translation>承办单位</translation>
        </message>
        <message>
            <source>Handler</source>
            <translation>承办人</translation>
        </message>
        <message>
            <source>In dispute, asked: {0}</source>
            <translation>有争议，已提请：{0}</translation>
        </message>
        <message>
            <source>In handling</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>Joint handling</source>
            <translation>会办（协办）</translation>
        </message>
        <message>
            <source>Main appeal</source>
            <translation>主要诉求</translation>
        </message>
        <message>
            <source>No matching case</source>
            <translation>未查到符合条件的件。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>异议理由</translation>
        </message>
        <message>
            <source>Objection: {0}</source>
            <translation>异议：{0}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开详情</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>承办方式</translation>
        </message>
        <message>
            <source>Print delivery list</source>
            <translation>打印送文登记</translation>
        </message>
        <message>
            <source>Print transfer sheets</source>
            <translation>打印转办单</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>被退回</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>转办日期</translation>
        </message>
        <message>
            <source>Sent by us</source>
            <translation>我转出的</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>转办单号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To be signed in</source>
            <translation>待我签收</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translation>转办签收</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位职务</translation>
        </message>
        <message>
            <source>{0} (on behalf)</source>
            <translation>{0}（代录）</translation>
        </message>
        <message>
            <source>{0} chosen</source>
            <translation>已选{0}件</translation>
        </message>
    </context>
    <context>
        <name>UnitBars</name>
        <message>
            <source>{unit}: {done} of {planned}, {overdue} overdue</source>
            <translation>{unit}：计划{planned}人次，已谈{done}，超期{overdue}</translation>
        </message>
    </context>
    <context>
        <name>UnitDialog</name>
        <message>
            <source>Add a unit</source>
            <translation>新增单位</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>隶属</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>党组织称谓</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>全称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Managed by its superiors: appeals are redirected</source>
            <translation>垂管单位：诉求引导至其上级主管部门</translation>
        </message>
        <message>
            <source>Member department</source>
            <translation>成员单位</translation>
        </message>
        <message>
            <source>Office hours</source>
            <translation>办公时间</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Party body</source>
            <translation>党组织名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Terms run while it handles a case</source>
            <translation>承办期间计算时限</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
    </context>
    <context>
        <name>UnitsPage</name>
        <message>
            <source>Add a unit</source>
            <translation>新增单位</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Close or reopen</source>
            <translation>停用或恢复</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>全称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Member department</source>
            <translation>成员单位</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Party body</source>
            <translation>党组织名称</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>closed on {day}</source>
            <translation>{day}停用</translation>
        </message>
        <message>
            <source>formerly {names}</source>
            <translation>曾用名：{names}</translation>
        </message>
        <message>
            <source>in the office's own order</source>
            <translation>按单位序</translation>
        </message>
        <message>
            <source>managed by its superiors</source>
            <translation>垂管</translation>
        </message>
        <message>
            <source>not timed</source>
            <translation>不计时限</translation>
        </message>
        <message>
            <source>{count} units</source>
            <translation>{count}个单位</translation>
        </message>
    </context>
    <context>
        <name>UnitsPanel</name>
        <message>
            <source>Add a unit</source>
            <translation>新增单位</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Close from a day on</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Former names</source>
            <translation>曾用名</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>全称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Member department</source>
            <translation>成员单位</translation>
        </message>
        <message>
            <source>Name, short name, pinyin or initials</source>
            <translation>全称、简称、拼音、首字母</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>单位序</translation>
        </message>
        <message>
            <source>Party body</source>
            <translation>党组织</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>closed on {0}</source>
            <translation>{0}停用</translation>
        </message>
        <message>
            <source>not timed</source>
            <translation>不计时限</translation>
        </message>
        <message>
            <source>{0} units</source>
            <translation>{0}个单位</translation>
        </message>
    </context>
    <context>
        <name>WarningsPage</name>
        <message>
            <source>Back to the shipped level</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Cards</source>
            <translation>卡</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Level for one rule</source>
            <translation>为某一时限设定</translation>
        </message>
        <message>
            <source>Orange from (working days left)</source>
            <translation>橙灯：剩余工作日数</translation>
        </message>
        <message>
            <source>Red card from (working days over)</source>
            <translation>红卡：超期工作日数</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Use this profile</source>
            <translation>启用本方案</translation>
        </message>
        <message>
            <source>Warning levels</source>
            <translation>预警级别</translation>
        </message>
        <message>
            <source>Yellow from (working days left)</source>
            <translation>黄灯：剩余工作日数</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>即时</translation>
        </message>
        <message>
            <source>every other term</source>
            <translation>其他各项时限</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>last day</source>
            <translation>到期当日</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>未启用</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>today {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>昨天 {time}</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
    </context>
    <context>
        <name>WhyThisDate</name>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>Internal term</source>
            <translation>内部时限</translation>
        </message>
        <message>
            <source>Make-up days</source>
            <translation>补班</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Provisional: no holiday notice for this year yet. {version}</source>
            <translation>暂定：当年放假调休通知尚未录入。{version}</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>起算</translation>
        </message>
        <message>
            <source>Statutory term</source>
            <translation>法定时限</translation>
        </message>
        <message>
            <source>Why this date</source>
            <translation>时限依据</translation>
        </message>
        <message>
            <source>Why this date: {day}</source>
            <translation>时限依据　为什么是{day}</translation>
        </message>
    </context>
    <context>
        <name>WindowsPage</name>
        <message>
            <source>Appeals of the unit and of all units below it are handled fast in these days.</source>
            <translation>时段内该单位及所属单位的诉求件按快办时限办理。</translation>
        </message>
        <message>
            <source>As it was made public, such as a change of the leading group</source>
            <translation>按已公开的名称填写，如：换届期间</translation>
        </message>
        <message>
            <source>Clocks that it set end with it.</source>
            <translation>该时段产生的快办时限同时结束。</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>起止日期</translation>
        </message>
        <message>
            <source>End now</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>End the window of {unit} now?</source>
            <translation>提前结束{unit}的时段？</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Sensitive windows</source>
            <translation>敏感时段</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Set a window</source>
            <translation>设置时段</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The window is set</source>
            <translation>时段已设置</translation>
        </message>
        <message>
            <source>To</source>
            <translation>止</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>时段名称</translation>
        </message>
        <message>
            <source>ahead</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>over</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>public days of a unit; never about a person</source>
            <translation>单位的公开时段，不涉及个人</translation>
        </message>
        <message>
            <source>running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>{count} windows</source>
            <translation>共{count}项</translation>
        </message>
    </context>
    <context>
        <name>WorkbenchPage</name>
        <message>
            <source>All of them</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All {0}</source>
            <translation>全部{0}件</translation>
        </message>
        <message>
            <source>Attention notes</source>
            <translation>关注提示</translation>
        </message>
        <message>
            <source>Awaiting papers</source>
            <translation>待补正</translation>
        </message>
        <message>
            <source>Clarifications to go on with</source>
            <translation>澄清待办</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>未办完的登记</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>In handling</source>
            <translation>办理中</translation>
        </message>
        <message>
            <source>Leaders' notes</source>
            <translation>批示件</translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation>会商</translation>
        </message>
        <message>
            <source>My workbench</source>
            <translation>我的工作台</translation>
        </message>
        <message>
            <source>No talk is planned.</source>
            <translation>没有谈话计划。</translation>
        </message>
        <message>
            <source>Notes held</source>
            <translation>暂存件</translation>
        </message>
        <message>
            <source>Nothing waits for a decision.</source>
            <translation>没有待批事项。</translation>
        </message>
        <message>
            <source>Nothing waits here.</source>
            <translation>没有待办的件。</translation>
        </message>
        <message>
            <source>Opinions to give</source>
            <translation>会办（协办）</translation>
        </message>
        <message>
            <source>Other matters due</source>
            <translation>其他到期事项</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>Overdue, due today, due soon</source>
            <translation>已超期、今日到期、临期</translation>
        </message>
        <message>
            <source>Recorded from paper, to be compared</source>
            <translation>代录待核对</translation>
        </message>
        <message>
            <source>Returned by units</source>
            <translation>退回给我</translation>
        </message>
        <message>
            <source>Returned by us</source>
            <translation>被退回</translation>
        </message>
        <message>
            <source>Returned too often</source>
            <translation>多次退回待明确</translation>
        </message>
        <message>
            <source>Settled on the spot</source>
            <translation>当场办结待确认</translation>
        </message>
        <message>
            <source>Talks</source>
            <translation>待谈话、待记录</translation>
        </message>
        <message>
            <source>Talks today</source>
            <translation>今日谈话</translation>
        </message>
        <message>
            <source>To be delivered</source>
            <translation>待送达</translation>
        </message>
        <message>
            <source>To be followed up</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>To be handed over</source>
            <translation>待转办</translation>
        </message>
        <message>
            <source>To be screened</source>
            <translation>待审核</translation>
        </message>
        <message>
            <source>To be signed in</source>
            <translation>待我签收</translation>
        </message>
        <message>
            <source>Waiting for my decision</source>
            <translation>待我批</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>{0}件</translation>
        </message>
        <message>
            <source>{0} cases to be confirmed</source>
            <translation>{0}件</translation>
        </message>
        <message>
            <source>{0} forms</source>
            <translation>{0}份</translation>
        </message>
        <message>
            <source>{0} in hand</source>
            <translation>在办{0}件</translation>
        </message>
        <message>
            <source>{0} items, compared by a second person</source>
            <translation>{0}项，由另一人核对</translation>
        </message>
        <message>
            <source>{0} items, {1} of them typed by myself</source>
            <translation>{0}项，其中本人录入{1}项，由另一人核对</translation>
        </message>
        <message>
            <source>{0} items; my own proposals are not among them</source>
            <translation>{0}项；本人拟办的不在此列</translation>
        </message>
        <message>
            <source>{0} notes</source>
            <translation>{0}件</translation>
        </message>
        <message>
            <source>{0} to be held or minuted</source>
            <translation>待召开、待印发纪要{0}次</translation>
        </message>
        <message>
            <source>{0} today</source>
            <translation>今日{0}人次</translation>
        </message>
        <message>
            <source>{0} today, {1} overdue</source>
            <translation>今日{0}人次，已超期{1}人次</translation>
        </message>
        <message>
            <source>{0} within a week or late</source>
            <translation>一周内到期或已超期{0}件</translation>
        </message>
        <message>
            <source>{day} {weekday}</source>
            <translation>{day} {weekday}</translation>
        </message>
    </context>
    <context>
        <name>YearGrid</name>
        <message>
            <source>changed</source>
            <translation>有变动</translation>
        </message>
        <message>
            <source>day off</source>
            <translation>放假</translation>
        </message>
        <message>
            <source>make-up working day</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>weekend</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>working day</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>{month}/{year}</source>
            <translation>{year}年{month}月</translation>
        </message>
        <message>
            <source>{year}: {off} days off, {work} make-up working days, {changed} changed</source>
            <translation>{year}年：放假{off}日，调休上班{work}日，变动{changed}日</translation>
        </message>
    </context>
    <context>
        <name>YearPanel</name>
        <message>
            <source>Accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Care talks</source>
            <translation>关爱谈话</translation>
        </message>
        <message>
            <source>Monthly report</source>
            <translation>月报</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年累计</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>件</translation>
        </message>
        <message>
            <source>times</source>
            <translation>人次</translation>
        </message>
        <message>
            <source>{0} + {1} − {2} = {4} open</source>
            <translation>期初{0}＋受理{1}－办结{2}＝在办{4}</translation>
        </message>
        <message>
            <source>{0} + {1} − {2} − {3} = {4} open</source>
            <translation>期初{0}＋受理{1}－办结{2}－其他去向{3}＝在办{4}</translation>
        </message>
    </context>
    <context>
        <name>_BannerHead</name>
        <message>
            <source>Compared while you write; only appeals you may open are counted</source>
            <translation>随录入比对姓名、单位、诉求；只列有权查看的件</translation>
        </message>
    </context>
    <context>
        <name>_Legend</name>
        <message>
            <source>Counted</source>
            <translation>计入</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Make-up</source>
            <translation>补班</translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation>不计</translation>
        </message>
    </context>
</TS>
