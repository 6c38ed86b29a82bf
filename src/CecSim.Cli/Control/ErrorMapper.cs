using System.Net;

namespace CecSim.Cli.Control;

/// <summary>The one place where what went wrong with a server becomes a sentence, a remedy and an exit code.</summary>
internal static class ErrorMapper
{
    /// <returns>Null for what is a bug.</returns>
    public static (string Text, int ExitCode)? Of(Exception exception, Uri address, bool hasKey) => exception switch
    {
        ControlProblemException problem => OfProblem(problem, address, hasKey),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => (
            $"The certificate of {Name(address)} is not trusted here. Use the server's http address, or trust its " +
            "CA, which cecsim certs export writes.",
            ExitCodes.NoServer),
        HttpRequestException or OperationCanceledException => (
            $"Nobody answers at {Name(address)}. Start a server with cecsim serve, or name another with --server URL.",
            ExitCodes.NoServer),
        JsonException => NoCecSim(address),
        _ => null,
    };

    private static (string, int) OfProblem(ControlProblemException problem, Uri address, bool hasKey) => problem switch
    {
        { Code: ProblemCode.KeyMissing } when hasKey => (
            $"The server at {Name(address)} does not take this control key: it was started with another, or with none.",
            ExitCodes.Failed),
        { Code: ProblemCode.KeyMissing } => (
            $"The server at {Name(address)} asks for its control key. Give it with --control-key KEY or in " +
            $"{ServerOptions.KeyVariable}.",
            ExitCodes.Failed),
        { Code: ProblemCode.SpaceUnknown } => ($"{problem.Detail} cecsim spaces lists all.", ExitCodes.Failed),

        // Whatever else answers there knows nothing of our problems.
        _ when !problem.Type.StartsWith(Problem.Prefix, StringComparison.Ordinal) => NoCecSim(address),
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity } =>
            (problem.Detail ?? problem.Message, ExitCodes.WrongInput),
        { Status: HttpStatusCode.ServiceUnavailable } => (problem.Message, ExitCodes.NoServer),
        _ => (problem.Message, ExitCodes.Failed),
    };

    private static (string, int) NoCecSim(Uri address) => (
        $"What answers at {Name(address)} is no CecSim, or one of another version. Name the server with --server URL.",
        ExitCodes.NoServer);

    private static string Name(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
