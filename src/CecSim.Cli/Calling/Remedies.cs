namespace CecSim.Cli.Calling;

/// <summary>What went wrong, and what to do about it.</summary>
internal static class Remedies
{
    public static string Of(CecException e, Uri address)
    {
        var authority = address.GetLeftPart(UriPartial.Authority);
        return e.Failure switch
        {
            CecFailure.NoAnswer { Reason: CecNoAnswerReason.NotConnected } =>
                $"nobody answers at {authority}: {e.Message}",
            CecFailure.NoAnswer { Reason: CecNoAnswerReason.NotTrusted } =>
                $"the certificate of {authority} is not trusted. Name the CA that issued it with --ca FILE " +
                $"('cecsim certs export --pem FILE' writes CecSim's). {e.Message}",
            CecFailure.CredentialsRefused =>
                $"app key or app secret is wrong, or belongs to another address. {e.Message}",
            CecFailure.NotUnderstood => $"{authority} does not speak as CEC does. {e.Message}",
            CecFailure.BadStatus { Status: 404 } => $"{authority} is no CEC, or not with that path. {e.Message}",
            _ => e.Message,
        };
    }
}
