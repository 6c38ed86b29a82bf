using System.Security;
using System.Text;

namespace CecSim.Telephony.Sip.Subscriptions;

/// <summary>What may be subscribed to, and what is told of it.</summary>
internal sealed record EventPackage(
    string Name, string ContentType, Func<SipAccountName, IReadOnlyList<AccountDialog>, uint, string> Write)
{
    /// <summary>RFC 4235: always the full state, of which a dialog that is over is no part.</summary>
    public static readonly EventPackage Dialog = new("dialog", "application/dialog-info+xml", WriteDialogs);

    /// <summary>RFC 3842. Nobody leaves messages with a phone here.</summary>
    public static readonly EventPackage MessageSummary =
        new("message-summary", "application/simple-message-summary", (_, _, _) => "Messages-Waiting: no\r\n");

    public static readonly IReadOnlyList<EventPackage> All = [Dialog, MessageSummary];

    /// <summary>The Allow-Events header.</summary>
    public static readonly string Allowed = string.Join(", ", All.Select(p => p.Name));

    /// <summary>Whether the subscriber takes what would be told; who does not say takes the package's own.</summary>
    public bool IsTakenBy(SipRequest subscribe) =>
        subscribe.Headers.Values("Accept").Select(a => a.Split(';')[0].Trim()).ToList() is var taken
        && (taken.Count == 0 || taken.Exists(t => SipText.IsSame(t, ContentType) || t is "*/*" or "application/*"));

    private static string WriteDialogs(SipAccountName account, IReadOnlyList<AccountDialog> dialogs, uint version)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"{version}\" state=\"full\" ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"entity=\"{Escape($"sip:{SipUri.EscapeUser(account.User)}@{account.Domain}")}\">\n");
        foreach (var dialog in dialogs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  <dialog id=\"{dialog.Number}\" direction=\"{(dialog.Calls ? "initiator" : "recipient")}\">");
            text.Append(
                CultureInfo.InvariantCulture,
                $"<state>{(dialog.IsConfirmed ? "confirmed" : "early")}</state></dialog>\n");
        }

        return text.Append("</dialog-info>\n").ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
