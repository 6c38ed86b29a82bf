using System.Text;

namespace CecSim.Client.Agents;

/// <summary>An agent and the account of its phone (Connection Bar, table 5-4).</summary>
/// <param name="WorkNo">The work number.</param>
/// <param name="AccountCode">The business account; null where none is linked.</param>
/// <param name="SipAccount">What the phone registers as; null where there is no phone.</param>
/// <param name="SipPassword">The phone's password in plain text, as CEC sends it. It is left out of ToString.</param>
public sealed record CecAgent(int WorkNo, string? AccountCode, string? SipAccount, string? SipPassword)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("WorkNo = ").Append(WorkNo).Append(", AccountCode = ").Append(AccountCode)
            .Append(", SipAccount = ").Append(SipAccount).Append(", SipPassword = ***");
        return true;
    }
}
