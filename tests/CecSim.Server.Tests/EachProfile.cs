namespace CecSim.Server.Tests;

/// <summary>The versions of CEC that a test must hold in.</summary>
public sealed class EachProfile() : TheoryData<string>("cec-2.5", "cec-3.6")
{
    internal static string Document(string profile, string section) => profile switch
    {
        "cec-2.5" => $"documented; CEC 2.5.0 Voice and Video Access, section {section}",
        "cec-3.6" => $"documented; CEC 3.6.0 VOIP Access, section {section}",
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };

    internal static string DeadAccessToken(string profile) => profile switch
    {
        "cec-2.5" =>
            """{"errorCode":"0","exceptionInfo":"auth fail! """ +
            """please apply or refresh the access token from the server!"}""",
        "cec-3.6" =>
            """{"errorCode":"0","exceptionInfo":"auth fail! illegal or expired token info. """ +
            """please apply or refresh the access token from the server!"}""",
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };
}
