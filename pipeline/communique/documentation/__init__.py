"""What of the documentation is made by programs: tables, pictures, the links of the site."""
