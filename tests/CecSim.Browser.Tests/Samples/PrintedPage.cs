using CecSim.Browser.Tests.ConnectionBar;

namespace CecSim.Browser.Tests.Samples;

/// <summary>The page of 5.4.2 with its mistakes, and the samples of 5.5, 6.1 and 6.2 to add to it.</summary>
internal static class PrintedPage
{
    /// <summary>What 5.4 assigns to the listener, and nobody defines.</summary>
    public const string Callback = """callback = function (data) { told.push(data) }""";

    /// <summary>6.1, with another handling of what it gets.</summary>
    public const string AskOnLoad =
        """
        callback = function (data) { alert("a new call") }

        window.onload = function () {
          var param = new Array;
          param.push("AgentOther_PhoneAlerting");
          var json = { name: "eventpost", param: param }
          window.frames["ccbarclient"].postMessage(JSON.stringify(json), $saicc_ContextPath);
        }
        if (window.addEventListener) {
          window.addEventListener('message', callback); }
        else {
          window.attachEvent('onmessage', callback);
        }
        """;

    /// <summary>5.5 and 6.2.</summary>
    public const string CallOut =
        """
        callout = function ()
        {
          var data = { "name": "callout", "param": ["88889007", "audio"] };
          window.frames["ccbarclient"].postMessage(data, $saicc_ContextPath);
        }
        """;

    // A CEC that answers when the page has loaded, as one that is far away does; and what happens is written down.
    private const string Ear =
        """
        window.told = []
        window.messages = []
        window.alerts = []
        window.alert = text => alerts.push(text)
        addEventListener('message', message => messages.push(message.data))
        const send = XMLHttpRequest.prototype.send
        XMLHttpRequest.prototype.send = function (body) {
          if (document.readyState === 'complete') {
            send.call(this, body)
          } else {
            addEventListener('load', () => send.call(this, body))
          }
        }
        """;

    public static string Html { get; } = BrowserPage.Read("printed.html");

    /// <summary>Opens it with scripts before and after its own; null for none.</summary>
    public static Task<AgentDesk> OpenAsync(
        Chromium chromium, string? before = null, string? after = null, string? html = null) =>
        AgentDesk.OpenAsync(
            chromium,
            AgentDesk.OneAgent with
            {
                Outbound = [new() { Number = "88889007", AnswersAfter = TimeSpan.FromHours(1) }],
            },
            [],
            keepsCookies: true,
            initScript: Ear,
            html: (html ?? Html)
                .Replace("<!-- before -->", Script(before), StringComparison.Ordinal)
                .Replace("<!-- after -->", Script(after), StringComparison.Ordinal));

    private static string Script(string? text) => text is null ? "" : $"<script>{text}</script>";
}
