using System.CommandLine;
using CecSim.Server.Certificates;

namespace CecSim.Cli;

/// <summary><c>cecsim certs</c>: hands out the development CA that HTTPS certificates come from.</summary>
internal static class CertsCommand
{
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

    private static readonly Option<string> Password = new("--password")
    {
        Description = "The password of the PFX file; empty unless given.",
        DefaultValueFactory = _ => "",
    };

    public static Command Create()
    {
        var export = new Command("export", "Writes the certificate to a file, in one or more forms.")
        {
            Pem, Cer, Pfx, Password,
        };
        export.Validators.Add(result =>
        {
            if (!new[] { Pem, Cer, Pfx }.Any(option => result.GetResult(option) is not null))
            {
                result.AddError("Name at least one of --pem FILE, --cer FILE, --pfx FILE.");
            }
        });
        export.SetAction(Export);
        return new Command("certs", "The development CA that HTTPS certificates come from.") { export };
    }

    private static int Export(ParseResult parsed)
    {
        using var authority = LocalAuthority.Open(LocalAuthority.DefaultFolder, TimeProvider.System);
        foreach (var warning in authority.Warnings)
        {
            Console.Error.WriteLine($"cecsim: {warning}");
        }

        // Nobody will ever meet the certificate of an authority that ends with this command.
        if (!authority.IsKept)
        {
            return ExitCodes.Failed;
        }

        try
        {
            Write(parsed.GetValue(Pem), () => System.Text.Encoding.ASCII.GetBytes(authority.ExportPem()));
            Write(parsed.GetValue(Cer), authority.ExportCer);
            Write(parsed.GetValue(Pfx), () => authority.ExportPfx(parsed.GetValue(Password)!));
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"cecsim: {e.Message}");
            return ExitCodes.Failed;
        }
    }

    private static void Write(string? file, Func<byte[]> content)
    {
        if (file == "-")
        {
            using var output = Console.OpenStandardOutput();
            output.Write(content());
        }
        else if (file is not null)
        {
            File.WriteAllBytes(file, content());
            Console.Out.WriteLine($"Wrote {file}");
        }
    }
}
