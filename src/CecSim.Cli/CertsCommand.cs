using CecSim.Cli.Certificates;
using CecSim.Server.Certificates;

namespace CecSim.Cli;

/// <summary>
/// <c>cecsim certs</c>: hands out the development CA that HTTPS certificates come from, and has it trusted.
/// </summary>
internal static class CertsCommand
{
    private const string PasswordVariable = "CECSIM_PFX_PASSWORD";

    private static readonly Option<string> Pem = new("--pem")
    {
        Description = "The CA certificate as PEM, for curl, Node.js (NODE_EXTRA_CA_CERTS) and Linux; - for stdout.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Cer = new("--cer")
    {
        Description = "The CA certificate as DER: for Windows, Android and whoever asks for a .cer.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Pfx = new("--pfx")
    {
        Description = "The server's certificate with its private key and the CA, for another server on this machine.",
        HelpName = "FILE",
    };

    private static readonly SecretOption Password = new(
        "password of the PFX file",
        new Option<string?>("--password")
        {
            Description = "The password of the PFX file. Others on this machine can see it here: better " +
                $"--password-file or {PasswordVariable}.",
            HelpName = "PASSWORD",
        },
        PasswordVariable);

    public static Command Create()
    {
        var export = new Command("export", "Writes the certificate to a file, in one or more forms.")
        {
            Pem, Cer, Pfx,
        };
        Password.AddTo(export);
        export.Validators.Add(result =>
        {
            if (!new[] { Pem, Cer, Pfx }.Any(option => result.GetResult(option) is not null))
            {
                result.AddError("Name at least one of --pem FILE, --cer FILE, --pfx FILE.");
            }
        });
        export.SetAction(Export);
        return new Command("certs", "The development CA that HTTPS certificates come from.")
        {
            export, TrustCommand.CreateTrust(), TrustCommand.CreateUntrust(),
        };
    }

    private static int Export(ParseResult parsed)
    {
        var terminal = parsed.Terminal;
        var (password, complaint) = parsed.GetValue(Pfx) is null ? default : Password.Read(parsed);
        if (parsed.GetValue(Pfx) is not null && password is null)
        {
            return terminal.Refuse(complaint ?? "The PFX file holds a private key: name its password with " +
                $"--password-file FILE or in {PasswordVariable}.");
        }

        using var authority = LocalAuthority.Open(LocalAuthority.FolderOf(terminal.Variable), TimeProvider.System);
        foreach (var warning in authority.Warnings)
        {
            terminal.Error.WriteLine($"cecsim: {warning}");
        }

        // Nobody will ever meet the certificate of an authority that ends with this command.
        if (!authority.IsKept)
        {
            return ExitCodes.Failed;
        }

        try
        {
            var pem = Encoding.ASCII.GetBytes(authority.ExportPem());
            Write(parsed.GetValue(Pem), () => pem, PrivateFile.ReadableByAll, terminal);
            Write(parsed.GetValue(Cer), authority.ExportCer, PrivateFile.ReadableByAll, terminal);
            Write(parsed.GetValue(Pfx), () => authority.ExportPfx(password!), PrivateFile.OwnerOnly, terminal);
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(e.Message, ExitCodes.Failed);
        }
    }

    private static void Write(string? file, Func<byte[]> content, UnixFileMode mode, Terminal terminal)
    {
        if (file == "-")
        {
            using var output = terminal.OpenOutput();
            output.Write(content());
        }
        else if (file is not null)
        {
            PrivateFile.Write(file, content(), mode);
            terminal.Output.WriteLine($"Wrote {file}");
        }
    }
}
